package org.beistand.operator.login;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.crypto.secret.Secret;
import org.beistand.protocol.value.PersonName;

/** A directory in memory that says what the test tells it. */
final class FakeDirectory implements Directory {
    record Person(Found found, String password) {}

    final Map<DirectoryName, Person> people = new HashMap<>();
    final Map<String, Standing> standings = new HashMap<>();
    final Map<String, Verdict> otherVerdicts = new HashMap<>();
    /** To whom passwords were given, "nobody" for nobody. */
    final List<String> asked = new ArrayList<>();

    boolean reachable = true;

    void add(String sid, String password, DirectoryName... names) {
        Person person = new Person(new Found(sid, "CN=" + sid, new PersonName("Anna Weber")), password);
        for (DirectoryName name : names) {
            people.put(name, person);
        }
        standings.put(sid, Standing.MODERATOR);
    }

    @Override
    public Optional<Found> find(DirectoryName name) throws Unreachable {
        demandReachable();
        return Optional.ofNullable(people.get(name)).map(Person::found);
    }

    @Override
    public Verdict prove(Optional<Found> account, Secret password) throws Unreachable {
        demandReachable();
        asked.add(account.map(Found::sid).orElse("nobody"));
        String text = password.lend(bytes -> new String(bytes, StandardCharsets.UTF_8));
        boolean right = people.values().stream()
                .anyMatch(one -> Optional.of(one.found()).equals(account)
                        && one.password().equals(text));
        return right ? otherVerdicts.getOrDefault(account.orElseThrow().sid(), Verdict.PROVED) : Verdict.WRONG;
    }

    @Override
    public Standing standing(String sid) throws Unreachable {
        demandReachable();
        return standings.getOrDefault(sid, Standing.GONE);
    }

    private void demandReachable() throws Unreachable {
        if (!reachable) {
            throw new Unreachable("switched off by the test");
        }
    }

    @Override
    public void close() {}
}
