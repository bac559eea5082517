package org.beistand.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    @Tag("001-45")
    void fitsItsPasswordOnly() {
        String stored = PasswordHash.hash(Secret.of("correct horse"), random);
        assertTrue(stored.startsWith("$argon2id$v=19$m=65536,t=3,p=1$"), stored);
        assertTrue(PasswordHash.verify(stored, Secret.of("correct horse")));
        assertFalse(PasswordHash.verify(stored, Secret.of("correct horsf")));
        assertFalse(PasswordHash.verify(stored, Secret.of("")));
        assertNotEquals(stored, PasswordHash.hash(Secret.of("correct horse"), random));
    }

    /** Made by the reference implementation's command line: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24}. */
    @Test
    void isTheSameAsEverywhere() {
        assertTrue(PasswordHash.verify(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                Secret.of("password")));
    }

    @Test
    void isNobodysForAnUnknownUser() {
        assertFalse(PasswordHash.verifyAgainstNobody(Secret.of("correct horse")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=999999,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=3,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$"
            })
    void isOfOneFormWithinBounds(String stored) {
        assertFalse(PasswordHash.isOfTheForm(stored));
    }

    @Test
    void isNobodysWhenTheLineIsNotOfTheForm() {
        assertFalse(PasswordHash.verify("password", Secret.of("password")));
    }
}
