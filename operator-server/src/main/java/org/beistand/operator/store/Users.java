package org.beistand.operator.store;

import java.util.List;
import java.util.Optional;

/** The users of our own. Logins that differ only in case are one login. */
public interface Users {
    Optional<StoredUser> find(String login);

    /** @return false if there is already such a login */
    boolean add(StoredUser user);

    /** Replaces what is stored under that login. @return false if there is none */
    boolean change(StoredUser user);

    /** @return at most so many, by login */
    List<StoredUser> list(int atMost);

    int count();
}
