package org.beistand.moderator.invite;

import java.net.URI;

/** Shows drafts in the moderator's own mail program. */
public interface MailDrafts {
    /** @param failed told on any thread if no program opened it */
    void open(URI draft, Runnable failed);
}
