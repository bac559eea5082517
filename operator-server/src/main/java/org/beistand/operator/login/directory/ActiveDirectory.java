package org.beistand.operator.login.directory;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.FilterEncoder;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.login.Directory;
import org.beistand.operator.login.DirectoryName;
import org.beistand.protocol.value.PersonName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Directory} over LDAP, as a domain controller of Microsoft or of Samba speaks it. */
public final class ActiveDirectory implements Directory { // 001-45
    private static final Logger LOG = LoggerFactory.getLogger(ActiveDirectory.class);
    private static final String PEOPLE = "(objectCategory=person)(objectClass=user)";
    private static final String[] PERSON = {"objectSid", "displayName", "cn", "sAMAccountName"};
    private static final String ANYTHING = "(objectClass=*)";
    /** {@code userAccountControl}: the account is disabled. */
    private static final long DISABLED = 2;
    /** {@code accountExpires} is in steps of 100 ns since 1601; this is 1970. */
    private static final long UNIX_EPOCH = 116_444_736_000_000_000L;

    private final Controllers controllers;
    private final DirectorySettings settings;
    private final ModeratorGroups groups;
    private final Clock clock;

    public ActiveDirectory(DirectorySettings settings, Clock clock, SecureRandom random) {
        this.settings = settings;
        this.clock = clock;
        controllers = new Controllers(settings, clock, random);
        groups = new ModeratorGroups(settings.groups(), settings.base(), clock);
    }

    /** Proves the controllers, our own account and the groups once; to be called at the start. */
    public void check() throws Unreachable {
        Set<String> found = controllers.ask(one -> one.asOurselves(groups::sids));
        LOG.info("the directory of {} answers, moderators are in {} groups", settings.domain(), found.size());
    }

    @Override
    public Optional<Found> find(DirectoryName name) throws Unreachable {
        return controllers.ask(one -> one.asOurselves(connection -> find(connection, name)));
    }

    private Optional<Found> find(SecuredConnection connection, DirectoryName name) throws ControllerFailed {
        return switch (name) {
            case DirectoryName.Plain(String plain) -> only(connection, "sAMAccountName", plain);
            case DirectoryName.Principal(String plain, String suffix) -> {
                // An explicit principal name goes before the one that every account has by itself, as in the domain.
                Optional<Found> explicit = only(connection, "userPrincipalName", plain + "@" + suffix);
                yield explicit.isPresent() || !suffix.equals(settings.domain())
                        ? explicit
                        : only(connection, "sAMAccountName", plain);
            }
        };
    }

    private Optional<Found> only(SecuredConnection connection, String attribute, String value) throws ControllerFailed {
        String filter = "(&" + PEOPLE + "(" + attribute + "=" + FilterEncoder.encodeFilterValue(value) + "))";
        List<Entry> entries = connection.search(settings.base(), SearchScope.SUBTREE, filter, 2, PERSON);
        return entries.size() == 1 ? found(entries.getFirst()) : Optional.empty();
    }

    private static Optional<Found> found(Entry entry) {
        Set<String> sids = Attributes.sids(entry, "objectSid");
        Optional<PersonName> name = Stream.of("displayName", "cn", "sAMAccountName")
                .flatMap(attribute -> Attributes.text(entry, attribute).stream())
                .flatMap(text -> PersonName.check(text) instanceof PersonName.Checked.Suitable suitable
                        ? Stream.of(suitable.name())
                        : Stream.empty())
                .findFirst();
        if (sids.size() != 1 || name.isEmpty()) {
            LOG.warn("an account has no SID or no name that can be shown: {}", sids);
            return Optional.empty();
        }
        return Optional.of(new Found(sids.iterator().next(), entry.getDn().getName(), name.get()));
    }

    @Override
    public Verdict prove(Optional<Found> account, Secret password) throws Unreachable {
        if (password.length() == 0) {
            throw new IllegalArgumentException("an empty password proves nothing");
        }
        // Nobody's name is as long as somebody's, and it exists in no directory.
        String name = account.map(Found::dn).orElse("CN=5b2f8ce1-beistand-nobody," + settings.base());
        Verdict verdict = controllers.ask(one -> one.asNobody(connection -> connection.bind(name, password)));
        return account.isPresent() ? verdict : Verdict.WRONG;
    }

    @Override
    public Standing standing(String sid) throws Unreachable {
        return controllers.ask(one -> one.asOurselves(connection -> standing(connection, sid)));
    }

    private Standing standing(SecuredConnection connection, String sid) throws ControllerFailed {
        if (!Sid.isText(sid)) {
            return Standing.GONE;
        }
        String filter = "(&" + PEOPLE + "(objectSid=" + Sid.filter(sid) + "))";
        List<Entry> entries = connection.search(
                settings.base(), SearchScope.SUBTREE, filter, 2, "objectSid", "userAccountControl", "accountExpires");
        if (entries.size() != 1 || !isAlive(entries.getFirst())) {
            return Standing.GONE;
        }
        // All groups, nested to any depth and the primary group too; the directory reckons this for one entry only.
        List<Entry> same = connection.search(
                entries.getFirst().getDn().getName(), SearchScope.OBJECT, ANYTHING, 2, "objectSid", "tokenGroups");
        boolean isHe = same.size() == 1
                && Attributes.sids(same.getFirst(), "objectSid").equals(Set.of(sid));
        if (!isHe) {
            return Standing.GONE;
        }
        Set<String> memberOf = Attributes.sids(same.getFirst(), "tokenGroups");
        return Collections.disjoint(memberOf, groups.sids(connection)) ? Standing.NOT_IN_GROUP : Standing.MODERATOR;
    }

    private boolean isAlive(Entry entry) {
        // An account that does not say how it stands does not stand well.
        long control = Attributes.number(entry, "userAccountControl", DISABLED);
        long expires = Attributes.number(entry, "accountExpires", 0);
        boolean never = expires == 0 || expires == Long.MAX_VALUE;
        Instant now = clock.instant();
        return (control & DISABLED) == 0
                && (never || now.isBefore(Instant.EPOCH.plusMillis((expires - UNIX_EPOCH) / 10_000)));
    }

    @Override
    public void close() {
        controllers.close();
    }
}
