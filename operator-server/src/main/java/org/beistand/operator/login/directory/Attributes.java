package org.beistand.operator.login.directory;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.entry.Value;

/** Reads attributes of an entry; what is not as it should be is not there. */
final class Attributes {
    private Attributes() {}

    static Optional<String> text(Entry entry, String name) {
        Attribute attribute = entry.get(name);
        return attribute == null || attribute.size() == 0
                ? Optional.empty()
                : Optional.of(attribute.get().getString());
    }

    static long number(Entry entry, String name, long otherwise) {
        try {
            return text(entry, name).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    static Set<String> sids(Entry entry, String name) {
        Set<String> sids = new HashSet<>();
        Attribute attribute = entry.get(name);
        if (attribute != null) {
            for (Value value : attribute) {
                Sid.text(value.getBytes()).ifPresent(sids::add);
            }
        }
        return sids;
    }
}
