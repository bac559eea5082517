package org.beistand.operator.report;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ResourceBundle;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ReasonText;

/** The words of a report in one language, with times of one zone. */
final class ReportWords {
    private final Language language;
    private final ZoneId zone;
    private final ResourceBundle bundle;

    ReportWords(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle(
                "org.beistand.operator.report.report",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(values);
    }

    String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(instant.atZone(zone));
    }

    /** To the second, with the difference to UTC: a report is read in other places than it was made. */
    String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss xxx").format(instant.atZone(zone));
    }

    String clock(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(instant.atZone(zone));
    }

    String dateTime(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(instant.atZone(zone));
    }

    String duration(Duration duration) {
        if (duration.toHours() > 0) {
            return say("duration.hours", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
        }
        return duration.toMinutes() > 0
                ? say("duration.minutes", duration.toMinutes(), duration.toSecondsPart())
                : say("duration.seconds", duration.toSeconds());
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    String reason(Reason reason) {
        return ReasonText.withCode(reason, language);
    }

    /** Foreign text on one line, without characters that change how other text is shown. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isShown(c) ? c : '\uFFFD'));
        return clean.toString();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
