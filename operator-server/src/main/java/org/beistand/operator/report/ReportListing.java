package org.beistand.operator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneId;
import java.util.List;
import org.beistand.protocol.operator.ReportLine;
import org.beistand.protocol.value.Language;

/** A list of reports for people and programs; {@link ReportCsv#list} makes the third form. */
public final class ReportListing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportListing() {}

    /** Columns separated by tabs. */
    public static String text(List<ReportLine> reports, Language language, ZoneId zone) {
        ReportWords words = new ReportWords(language, zone);
        StringBuilder out = new StringBuilder();
        out.append(String.join(
                        "\t",
                        words.say("column.session"),
                        words.say("column.began"),
                        words.say("column.duration"),
                        words.say("column.participants"),
                        words.say("column.moderator"),
                        words.say("column.end")))
                .append('\n');
        for (ReportLine line : reports) {
            out.append(String.join(
                            "\t",
                            line.session().toString(),
                            words.dateTime(line.began()),
                            words.duration(line.duration()),
                            words.number(line.participants()),
                            line.moderator().value(),
                            words.reason(line.reason())))
                    .append('\n');
        }
        return out.toString();
    }

    public static String json(List<ReportLine> reports) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (ReportLine line : reports) {
            all.addObject()
                    .put("session", line.session().toString())
                    .put("began", line.began().toString())
                    .put("durationSeconds", line.duration().toSeconds())
                    .put("moderator", line.moderator().value())
                    .put("participants", line.participants())
                    .put("reason", line.reason().name());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
