package org.beistand.operator.login.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.FilterEncoder;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The groups whose members are moderators, as SIDs. */
final class ModeratorGroups {
    private static final Logger LOG = LoggerFactory.getLogger(ModeratorGroups.class);
    /** A group that was deleted or made anew under the same name is noticed by then. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final List<String> configured;
    private final String base;
    private final Clock clock;
    private Known known = new Known(Set.of(), Instant.MIN);

    private record Known(Set<String> sids, Instant until) {}

    ModeratorGroups(List<String> configured, String base, Clock clock) {
        this.configured = configured;
        this.base = base;
        this.clock = clock;
    }

    Set<String> sids(SecuredConnection connection) throws ControllerFailed {
        Instant now = clock.instant();
        Known last = last();
        if (now.isBefore(last.until()) && !now.isBefore(last.until().minus(FRESH))) {
            return last.sids();
        }
        Set<String> sids = new HashSet<>();
        for (String group : configured) {
            List<String> found = find(connection, group);
            if (found.size() == 1) {
                sids.addAll(found);
            } else {
                LOG.error("the group {} of the configuration is {} groups of the directory", group, found.size());
            }
        }
        remember(new Known(Set.copyOf(sids), now.plus(FRESH)));
        return sids;
    }

    private List<String> find(SecuredConnection connection, String group) throws ControllerFailed {
        if (Sid.isText(group)) {
            return List.of(group);
        }
        List<Entry> entries = Dn.isValid(group)
                ? connection.search(group, SearchScope.OBJECT, "(objectClass=group)", 2, "objectSid")
                : connection.search(
                        base,
                        SearchScope.SUBTREE,
                        "(&(objectClass=group)(sAMAccountName=" + FilterEncoder.encodeFilterValue(group) + "))",
                        2,
                        "objectSid");
        return entries.stream()
                .flatMap(entry -> Attributes.sids(entry, "objectSid").stream())
                .toList();
    }

    private synchronized Known last() {
        return known;
    }

    private synchronized void remember(Known now) {
        known = now;
    }
}
