package org.beistand.protocol.session;

import java.util.Set;
import org.beistand.protocol.value.Traffic;

/**
 * The conditions of a message inside the seal.
 *
 * @param during when it may be said
 * @param needs the right that it needs
 * @param kind what it is counted as; the envelope that it comes in must say the same
 */
public record Law(Set<Phase> during, Need needs, Traffic kind) {
    public Law {
        during = Set.copyOf(during);
    }
}
