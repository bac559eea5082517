package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.client.meeting.DomainTickets;
import org.beistand.client.meeting.MeetingRefused;
import org.beistand.client.meeting.ModeratorWay;
import org.beistand.client.meeting.SignInStep;
import org.beistand.house.House;
import org.beistand.house.House.Machine;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine in a domain, and an installation that takes no tickets. */
@Tag("001-42")
class TicketNotWantedTest {
    private final AtomicInteger asked = new AtomicInteger();

    private DomainTickets.Holder anna() {
        return new DomainTickets.Holder() {
            @Override
            public String name() {
                return "anna@CLINIC.EXAMPLE";
            }

            @Override
            public Optional<DomainTickets.Proof> prove(String host) {
                asked.incrementAndGet();
                return Optional.empty();
            }
        };
    }

    private static Reason refusal(ModeratorWay way) {
        CompletionException refused = assertThrows(
                CompletionException.class, () -> way.signInByTicket().join());
        return assertInstanceOf(MeetingRefused.class, refused.getCause()).reason();
    }

    @Test
    void noTicketIsAskedForAndTheFormStaysOpen(@TempDir Path folder) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (House house = new House(folder);
                ModeratorWay way = house.moderator(Machine.of("anna"), () -> Optional.of(anna()));
                ModeratorWay slow = house.moderator(Machine.of("slow"), () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Optional.of(anna());
                })) {
            assertEquals(Optional.of("anna@CLINIC.EXAMPLE"), way.domainUser().join());
            assertEquals(Reason.DOMAIN_SIGN_IN_OFF, refusal(way));
            assertEquals(0, asked.get());
            assertInstanceOf(
                    SignInStep.Welcome.class,
                    way.signIn(House.LOGIN, House.PASSWORD.toCharArray()).join());
            long before = System.nanoTime();
            assertEquals(Reason.DOMAIN_SIGN_IN_MISSING, refusal(slow));
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertTrue(took.compareTo(Duration.ofSeconds(4)) < 0, () -> "it took " + took);
        } finally {
            never.countDown();
        }
    }
}
