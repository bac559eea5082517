package org.beistand.communication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beistand.communication.CommunicationConfiguration.Listen;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommunicationConfigurationTest {
    private static final String LEAST = """
            { "name": "c1", "publicAddress": "support.example:2001", "operator": "operator.example" }""";

    @TempDir
    Path folder;

    @Test
    void everyKeyIsRead() throws Exception {
        assertEquals(
                new CommunicationConfiguration(
                        "c1",
                        new Listen("127.0.0.1", 4000),
                        new Endpoint("support.example", 2001),
                        new Endpoint("2001:db8::7", 2002)),
                read("""
                        {
                          "name": "c1",
                          "listen": { "host": "127.0.0.1", "port": 4000 },
                          "publicAddress": "support.example:2001",
                          "operator": "[2001:db8::7]:2002"
                        }
                        """));
    }

    @Test
    @Tag("001-99")
    void whatIsLeftOutHasItsDefault() throws Exception {
        CommunicationConfiguration configuration = read(LEAST);
        assertEquals(new Listen("0.0.0.0", 2000), configuration.listen());
        assertEquals(new Endpoint("operator.example", 2000), configuration.operator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"c1\"|\"\"|name",
                "\"c1\"|\"{65}\"|name",
                "\"name\": \"c1\",|''|name",
                "\"publicAddress\": \"support.example:2001\",|''|publicAddress",
                ", \"operator\": \"operator.example\"|''|operator",
                "support.example:2001|support.example:99999|publicAddress",
                "support.example:2001|a b|publicAddress",
                "operator.example|''|operator",
                "\"name\"|\"nmae\"|nmae",
                "{ \"name\"|{ \"listen\": { \"port\": 70000 }, \"name\"|listen",
                "{ \"name\"|{ \"listen\": { \"port\": \"many\" }, \"name\"|port",
                "{ \"name\"|{ \"listen\": { \"host\": \" \" }, \"name\"|listen",
                "{ \"name\"|{ \"listen\": { \"adress\": \"x\" }, \"name\"|adress",
                "{ \"name\"|{ \"name\": \"c1\", \"name\"|1:"
            })
    void whatIsWrongIsNamed(String part, String instead, String named) throws IOException {
        String text = LEAST.replace(part, instead.replace("{65}", "x".repeat(65)));
        assertNotEquals(LEAST, text);
        StartRefused refused = assertThrows(StartRefused.class, () -> read(text));
        assertEquals(Reason.CONFIGURATION_WRONG, refused.reason());
        assertTrue(refused.place().contains("communication.json"), refused.place());
        assertTrue(refused.place().contains(named), refused.place());
    }

    @Test
    void somethingThatIsNoConfigurationIsNamedToo() throws IOException {
        for (String text : new String[] {"", "[]", "{", "null", LEAST + "x", LEAST + LEAST, " ".repeat(70_000)}) {
            StartRefused refused = assertThrows(StartRefused.class, () -> read(text), text);
            assertEquals(Reason.CONFIGURATION_WRONG, refused.reason());
        }
    }

    @Test
    void aFolderWithoutOneIsNoSite() {
        StartRefused refused = assertThrows(StartRefused.class, () -> CommunicationConfiguration.read(folder));
        assertEquals(Reason.SITE_MISSING, refused.reason());
        assertEquals(folder.toString(), refused.place());
    }

    private CommunicationConfiguration read(String text) throws StartRefused, IOException {
        Files.writeString(folder.resolve("communication.json"), text);
        return CommunicationConfiguration.read(folder);
    }
}
