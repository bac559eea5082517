package org.beistand.operator.login;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which realm a typed name belongs to, by its form alone and before anybody is asked, so that a refusal of the one never becomes
 * a try at the other. See {@code docs/decisions/0010-realms.md}.
 *
 * <pre>
 *   .\name            an account of our own
 *   DOMAIN\name       the directory, if that is its domain, short or long; otherwise nobody's
 *   name@domain       the directory, if that is its domain or one of its suffixes; otherwise like a name alone
 *   name              the realm of plain names
 * </pre>
 *
 * @param domains what may stand before the backslash: the short name of the domain and its DNS name, in lower case
 * @param suffixes what may stand behind the @, in lower case
 * @param plain the realm of names alone
 */
public record Realms(Set<String> domains, Set<String> suffixes, Plain plain) {
    private static final Pattern PARTS = Pattern.compile("(?<domain>[^\\\\]*)\\\\(?<name>.*)", Pattern.DOTALL);
    private static final String OURS = ".";

    /** Where names go that say nothing of a realm. */
    public enum Plain {
        LOCAL,
        DIRECTORY
    }

    public Realms {
        domains = lower(domains.stream());
        suffixes = lower(suffixes.stream());
    }

    /** There is no directory. */
    public static Realms localOnly() {
        return new Realms(Set.of(), Set.of(), Plain.LOCAL);
    }

    /** A typed name and where it belongs. */
    sealed interface Place {
        record Local(String login) implements Place {}

        record Directory(DirectoryName name) implements Place {}

        /** Of a domain that is not ours: refused like any other, in words and in time. */
        record Nowhere() implements Place {}
    }

    Place of(String typed) {
        var parts = PARTS.matcher(typed);
        if (parts.matches()) {
            String domain = parts.group("domain");
            String name = parts.group("name");
            if (domain.equals(OURS)) {
                return new Place.Local(name);
            }
            return domains.contains(lower(domain))
                    ? new Place.Directory(new DirectoryName.Plain(name))
                    : new Place.Nowhere();
        }
        return principal(typed).<Place>map(Place.Directory::new).orElseGet(() -> switch (plain) {
            case LOCAL -> new Place.Local(typed);
            case DIRECTORY -> new Place.Directory(new DirectoryName.Plain(typed));
        });
    }

    private Optional<DirectoryName> principal(String typed) {
        int at = typed.lastIndexOf('@');
        String suffix = lower(typed.substring(at + 1));
        return at >= 0 && suffixes.contains(suffix)
                ? Optional.of(new DirectoryName.Principal(typed.substring(0, at), suffix))
                : Optional.empty();
    }

    private static Set<String> lower(Stream<String> names) {
        return names.map(Realms::lower).collect(Collectors.toUnmodifiableSet());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
