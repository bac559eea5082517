package org.beistand.operator.site;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;

/**
 * What a new site shall be.
 *
 * @param organisation whose installation it is, as everybody will see it
 * @param operator where clients and communication servers reach the operator server
 * @param communications at least one
 * @param bind the address of the machine on which the servers listen
 * @param passwordRequired whether every session has a password
 * @param language of the packages' first window; absent for that of the system
 */
public record SitePlan(
        String organisation,
        String productLine,
        Endpoint operator,
        List<Communication> communications,
        String bind,
        boolean passwordRequired,
        Optional<Language> language) {
    /** A communication server. @param address where clients reach it */
    public record Communication(String name, Endpoint address) {
        /** @param text {@code NAME=HOST:PORT} */
        public static Communication parse(String text) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("no name");
            }
            return new Communication(text.substring(0, equals), Endpoint.parse(text.substring(equals + 1)));
        }
    }

    /** @throws SiteRefused naming what cannot be */
    void check() throws SiteRefused {
        demand(
                !organisation.isBlank() && organisation.length() <= OperatorConfiguration.LONGEST_ORGANISATION,
                organisation);
        demand(!productLine.isBlank() && productLine.length() <= 200, productLine);
        demand(!communications.isEmpty(), "--communication");
        Set<String> names = new HashSet<>();
        Set<Endpoint> addresses = new HashSet<>(List.of(operator));
        for (Communication one : communications) {
            demand(one.name().matches("[a-z0-9][a-z0-9-]{0,31}") && names.add(one.name()), one.name());
            demand(addresses.add(one.address()), one.address().toString());
        }
    }

    private static void demand(boolean holds, String what) throws SiteRefused {
        if (!holds) {
            throw new SiteRefused(Reason.CONFIGURATION_WRONG, what);
        }
    }
}
