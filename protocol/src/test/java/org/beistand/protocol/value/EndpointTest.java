package org.beistand.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of servers. */
class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "meet.example.org,meet.example.org,2000",
        "meet.example.org:443,meet.example.org,443",
        "192.0.2.7:2001,192.0.2.7,2001",
        "[2001:db8::7],2001:db8::7,2000",
        "[::1]:443,::1,443"
    })
    void anAddressIsReadWithOrWithoutItsPort(String text, String host, int port) {
        assertEquals(new Endpoint(host, port), Endpoint.parse(text));
        assertEquals(
                new Endpoint(host, port), Endpoint.parse(Endpoint.parse(text).toString()));
    }

    @Test
    @Tag("001-99")
    void thePortIsTwoThousandUnlessSaidOtherwise() {
        assertEquals(2000, Endpoint.parse("meet.example.org").port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":2000",
                "host:",
                "host:0",
                "host:65536",
                "host:-1",
                "host:+80",
                "host:８０",
                "host:80x",
                "host name",
                "host/path",
                "user@host",
                "http://host",
                "::1",
                "2001:db8::7",
                "[::1",
                "[::1]x443",
                "[::1]443",
                "[::1]:",
                "[]:443",
                "[host]:443",
                "höst",
                "host\n",
                "host:99999999999"
            })
    void anythingElseIsNoAddress(String text) {
        assertThrows(IllegalArgumentException.class, () -> Endpoint.parse(text));
    }

    @Test
    void aNameTooLongIsNoAddress() {
        assertThrows(IllegalArgumentException.class, () -> Endpoint.parse("h".repeat(256)));
        assertThrows(IllegalArgumentException.class, () -> Endpoint.parse("h".repeat(10_000)));
    }
}
