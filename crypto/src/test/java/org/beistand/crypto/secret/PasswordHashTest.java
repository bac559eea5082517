package org.beistand.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.beistand.crypto.secret.PasswordHash.Cost;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    @Tag("001-45")
    void fitsItsPasswordOnly() {
        String stored = PasswordHash.hash(Secret.of("correct horse"), Cost.USUAL, random);
        assertTrue(stored.startsWith("$argon2id$v=19$m=65536,t=3,p=1$"), stored);
        assertTrue(PasswordHash.verify(stored, Secret.of("correct horse"), Cost.USUAL));
        assertFalse(PasswordHash.verify(stored, Secret.of("correct horsf"), Cost.USUAL));
        assertFalse(PasswordHash.verify(stored, Secret.of(""), Cost.USUAL));
        assertNotEquals(stored, PasswordHash.hash(Secret.of("correct horse"), Cost.USUAL, random));
    }

    /** Made by the reference implementation's command line: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24}. */
    @Test
    void isTheSameAsEverywhere() {
        assertTrue(PasswordHash.verify(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                Secret.of("password"),
                Cost.USUAL));
    }

    @Test
    void isNobodysForAnUnknownUser() {
        assertFalse(PasswordHash.verifyAgainstNobody(Secret.of("correct horse"), Cost.USUAL));
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
    void aCheaperLineFitsItsPasswordToo() {
        String stored = PasswordHash.hash(Secret.of("correct horse"), new Cost(64, 1, 1), random);
        assertTrue(stored.startsWith("$argon2id$v=19$m=64,t=1,p=1$"), stored);
        assertTrue(PasswordHash.verify(stored, Secret.of("correct horse"), Cost.USUAL));
        assertFalse(PasswordHash.verify(stored, Secret.of("correct horsf"), Cost.USUAL));
    }

    @Test
    void isNobodysWhenTheLineIsNotOfTheForm() {
        assertFalse(PasswordHash.verify("password", Secret.of("password"), Cost.USUAL));
    }
}
