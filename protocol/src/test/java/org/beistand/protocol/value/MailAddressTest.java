package org.beistand.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.WireReader;
import org.beistand.protocol.wire.WireWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One recipient, and nothing that a mail server could take for more. */
@Tag("001-22")
class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "anna@clinic.example, anna@clinic.example",
        "' anna.weber+pc2@Clinic.EXAMPLE ', anna.weber+pc2@clinic.example",
        "Anna@clinic.example, Anna@clinic.example",
        "o'brien@mail.clinic.example, o'brien@mail.clinic.example",
        "ａｎｎａ＠ｃｌｉｎｉｃ．ｅｘａｍｐｌｅ, anna@clinic.example",
        "info@müller.example, info@xn--mller-kva.example",
        "info@病院.example, info@xn--0rys90e.example",
        "info@clinic.xn--p1ai, info@clinic.xn--p1ai"
    })
    void oneAddressIsReadHoweverItIsTyped(String typed, String meant) {
        assertEquals(Optional.of(meant), MailAddress.parse(typed).map(MailAddress::value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "anna",
                "anna@",
                "@clinic.example",
                "anna@localhost",
                "anna@clinic",
                "anna@192.0.2.1",
                "anna@[192.0.2.1]",
                "anna@clinic.example.",
                "anna@.clinic.example",
                "anna@clinic..example",
                "anna@-clinic.example",
                "anna@clinic-.example",
                ".anna@clinic.example",
                "anna.@clinic.example",
                "an..na@clinic.example",
                "anna@clinic.example,berta@clinic.example",
                "anna@clinic.example;berta@clinic.example",
                "anna@clinic.example berta@clinic.example",
                "anna@berta@clinic.example",
                "Anna <anna@clinic.example>",
                "<anna@clinic.example>",
                "\"anna\"@clinic.example",
                "\"anna\\\"\"@clinic.example",
                "anna(mine)@clinic.example",
                "all:anna@clinic.example;",
                "@relay.example:anna@clinic.example",
                "anna%clinic.example@relay.example",
                "relay!anna@clinic.example",
                "|program@clinic.example",
                "anna@clinic.example\r\nBcc: berta@clinic.example",
                "anna\r\nRCPT TO:<berta@clinic.example>@clinic.example",
                "anna@clinic.example\nDATA",
                "anna\u0000@clinic.example",
                "anna\u2028@clinic.example",
                "anna\u200B@clinic.example",
                "anna\u202E@clinic.example",
                "änna@clinic.example",
                "анна@clinic.example",
                "info@straße.example"
            })
    void anythingElseIsNoAddress(String typed) {
        assertEquals(Optional.empty(), MailAddress.parse(typed));
        assertThrows(IllegalArgumentException.class, () -> new MailAddress(typed));
        WireWriter out = new WireWriter(64, 1000);
        Codec.text(MailAddress.LONGEST).write(typed.replace("\u0000", "\u0001"), out);
        assertThrows(MalformedMessage.class, () -> MailAddress.CODEC.read(new WireReader(out.toOctets())));
    }

    @Test
    void lengthsAreBounded() {
        String host = "h".repeat(63) + "." + "h".repeat(63) + "." + "h".repeat(61);
        assertEquals(254, new MailAddress("n".repeat(64) + "@" + host).value().length());
        for (String tooLong : new String[] {
            "n".repeat(65) + "@clinic.example", "n".repeat(64) + "@h" + host, "n@" + "h".repeat(64) + ".example"
        }) {
            assertEquals(Optional.empty(), MailAddress.parse(tooLong));
        }
        assertEquals(Optional.empty(), MailAddress.parse("n".repeat(1_000_000) + "@clinic.example"));
    }

    @Test
    void aLogDoesNotShowIt() {
        assertFalse(new MailAddress("anna@clinic.example").toString().contains("anna"));
    }
}
