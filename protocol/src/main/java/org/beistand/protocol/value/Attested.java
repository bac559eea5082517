package org.beistand.protocol.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.beistand.protocol.wire.Codec;

/**
 * A training, briefing or undertaking with its days, which are those of UTC.
 *
 * @param given the first day on which it counts
 * @param expires the last day on which it counts
 */
public record Attested(Evidence evidence, LocalDate given, LocalDate expires) { // 001-115, 001-116, 001-117
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final Codec<LocalDate> DAY = Codec.I32.as(Attested::day, day -> (int) day.toEpochDay());

    public static final Codec<Attested> CODEC =
            Codec.of(Evidence.CODEC, Attested::evidence, DAY, Attested::given, DAY, Attested::expires, Attested::new);

    /** @throws IllegalArgumentException for days in the wrong order or centuries away */
    public Attested {
        if (given.isBefore(EARLIEST) || expires.isAfter(LATEST) || expires.isBefore(given)) {
            throw new IllegalArgumentException("impossible days");
        }
    }

    /** When it ends: the first moment that it does not cover. */
    public Instant end() {
        return expires.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(given.atStartOfDay(ZoneOffset.UTC).toInstant()) && moment.isBefore(end());
    }

    private static LocalDate day(int epochDay) {
        try {
            return LocalDate.ofEpochDay(epochDay);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
