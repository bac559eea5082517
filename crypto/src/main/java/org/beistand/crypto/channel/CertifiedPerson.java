package org.beistand.crypto.channel;

import org.beistand.protocol.value.PersonName;

/**
 * A moderator as the operator server knows him.
 *
 * @param organisation may be empty
 */
public record CertifiedPerson(PersonName name, String organisation) {
    @Override
    public String toString() {
        return "CertifiedPerson[hidden]";
    }
}
