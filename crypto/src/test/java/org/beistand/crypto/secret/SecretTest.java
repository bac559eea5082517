package org.beistand.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void showsNothingOfItself() {
        assertFalse(Secret.of("Geheimnis").toString().contains("Geheim"));
        assertEquals(Secret.of("a").hashCode(), Secret.of("b").hashCode());
    }

    @Test
    void isWhatWasTypedInAnyScript() {
        Secret typed = Secret.of("pässwörd 秘密".toCharArray());
        assertArrayEquals("pässwörd 秘密".getBytes(StandardCharsets.UTF_8), typed.<byte[]>lend(byte[]::clone));
        assertThrows(IllegalArgumentException.class, () -> Secret.of(new char[] {'\uD800'}));
    }

    @Test
    void equalsByContentUntilItIsWiped() {
        Secret one = Secret.of("same");
        Secret two = Secret.of("same");
        assertEquals(one, two);
        assertNotEquals(one, Secret.of("other"));
        two.close();
        assertNotEquals(one, two);
        assertNotEquals(two, Secret.of(new byte[4]));
    }

    @Test
    void isGoneWhenItIsWiped() {
        byte[] bytes = {1, 2, 3};
        Secret secret = Secret.of(bytes);
        secret.close();
        assertArrayEquals(new byte[3], bytes);
        assertThrows(IllegalStateException.class, () -> secret.lend(any -> true));
    }
}
