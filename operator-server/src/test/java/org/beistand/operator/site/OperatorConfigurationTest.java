package org.beistand.operator.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.operator.login.Policy;
import org.beistand.operator.site.OperatorConfiguration.Listen;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key and every default of {@code operator.json} and {@code beistand.json}. */
class OperatorConfigurationTest {
    @TempDir
    Path folder;

    private OperatorConfiguration operator(String json) throws IOException, SiteRefused {
        Files.writeString(folder.resolve(OperatorConfiguration.FILE), json);
        return OperatorConfiguration.read(folder);
    }

    private ClientConfiguration client(String json) throws IOException, SiteRefused {
        Files.writeString(folder.resolve(ClientConfiguration.FILE), json);
        return ClientConfiguration.read(folder);
    }

    @Test
    @Tag("001-99")
    void hasDefaults() throws Exception {
        assertEquals(
                new OperatorConfiguration(
                        "X",
                        new Listen("0.0.0.0", 2000),
                        Duration.ofMinutes(30),
                        20,
                        new Policy(true, false, true),
                        Optional.empty(),
                        Optional.empty()),
                operator("{\"organisation\":\"X\"}"));
        assertEquals(
                new ClientConfiguration("X", "Y", new Endpoint("host", 2000)),
                client("{\"organisation\":\"X\",\"productLine\":\"Y\",\"operator\":\"host\"}"));
    }

    @Test
    void hasTheseKeys() throws Exception {
        assertEquals(
                new OperatorConfiguration(
                        "X",
                        new Listen("127.0.0.1", 0),
                        Duration.ofMinutes(5),
                        3,
                        new Policy(false, true, false),
                        Optional.empty(),
                        Optional.empty()),
                operator("""
                        {"organisation": "X", "listen": {"host": "127.0.0.1", "port": 0},
                         "numberLifeMinutes": 5, "sessionsPerModerator": 3, "entitlementRequired": false,
                         "secondFactorRequired": true, "disablingEndsSessions": false}"""));
        assertEquals(new ClientConfiguration("X", "Y", new Endpoint("host", 99)), client("""
                        {"organisation":"X","productLine":"Y","operator":"host:99","language":"ja"}"""));
    }

    @Test
    void refusesEverythingElseAndNamesTheKey() throws IOException {
        record Wrong(String json, String named) {}
        List<Wrong> all = List.of(
                new Wrong("{}", "organisation"),
                new Wrong("{\"organisation\":\" \"}", "organisation"),
                new Wrong("{\"organisation\":\"X\",\"port\":1}", "port"),
                new Wrong("{\"organisation\":\"X\",\"listen\":{\"port\":65536}}", "port"),
                new Wrong("{\"organisation\":\"X\",\"listen\":{\"port\":\"many\"}}", "port"),
                new Wrong("{\"organisation\":\"X\",\"listen\":{\"address\":\"y\"}}", "address"),
                new Wrong("{\"organisation\":\"X\",\"listen\":{\"host\":\"\"}}", "host"),
                new Wrong("{\"organisation\":\"X\",\"numberLifeMinutes\":0}", "numberLifeMinutes"),
                new Wrong("{\"organisation\":\"X\",\"numberLifeMinutes\":601}", "numberLifeMinutes"),
                new Wrong("{\"organisation\":\"X\",\"sessionsPerModerator\":1001}", "sessionsPerModerator"),
                new Wrong("{\"organisation\":\"X\",\"entitlementRequired\":\"perhaps\"}", "entitlementRequired"),
                new Wrong("{\"organisation\":\"X\",\n\"organisation\":\"Y\"}", "2:"),
                new Wrong("{\"organisation\":\"X\"} {}", "1:"),
                new Wrong("[1]", "1:"),
                new Wrong("null", "null"),
                new Wrong("", "1:"));
        Path file = folder.resolve(OperatorConfiguration.FILE);
        for (Wrong wrong : all) {
            SiteRefused refused = assertThrows(SiteRefused.class, () -> operator(wrong.json()), wrong.json());
            assertEquals(Reason.CONFIGURATION_WRONG, refused.reason());
            String place = refused.place();
            assertEquals(
                    file + " (" + wrong.named(), place.substring(0, (file + " (" + wrong.named()).length()), place);
        }
        for (String wrong : List.of(
                "{\"organisation\":\"X\",\"productLine\":\"Y\"}",
                "{\"organisation\":\"X\",\"productLine\":\"Y\",\"operator\":\"not an address\"}",
                "{\"organisation\":\"X\",\"productLine\":\"Y\",\"operator\":\"[::1]x\"}",
                "{\"organisation\":\"X\",\"productLine\":\"Y\",\"operator\":\"h\",\"language\":\"tlh\"}",
                "{\"organisation\":\"X\",\"productLine\":\"Y\",\"operator\":\"h\",\"server\":\"evil\"}")) {
            assertEquals(
                    Reason.CONFIGURATION_WRONG,
                    assertThrows(SiteRefused.class, () -> client(wrong), wrong).reason());
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        SiteRefused refused =
                assertThrows(SiteRefused.class, () -> operator("{\"organisation\":\"" + "x".repeat(70_000) + "\"}"));
        assertEquals(Reason.CONFIGURATION_WRONG, refused.reason());
    }
}
