package org.beistand.operator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.beistand.protocol.report.Attendance;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.Traffic;

/**
 * A report as JSON. Its schema is a promise to the programs that read it ({@code docs/report-format.md}): names are added, never
 * changed. The same report always makes the same document, byte for byte.
 */
public final class ReportDocument {
    static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportDocument() {}

    /** On one line. */
    public static String write(SessionReport report) {
        return node(report).toString();
    }

    /** For people's eyes: indented, with what the operator server itself knew. */
    public static String pretty(SessionReport report, Optional<Vouched> vouched) {
        ObjectNode root = node(report);
        vouched.ifPresent(known -> root.set("vouched", node(known)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException for anything that {@link #write} did not make */
    public static SessionReport read(String document) {
        try {
            JsonNode root = JSON.readTree(document);
            if (Fields.number(root, "schema") != SCHEMA) {
                throw new IllegalArgumentException("a report of another schema");
            }
            return new SessionReport(
                    SessionId.parse(Fields.text(root, "session")),
                    Fields.text(root, "server"),
                    Fields.instant(root, "began"),
                    Fields.instant(root, "ended"),
                    Reason.valueOf(Fields.text(root, "reason")),
                    list(root, "participants", ReportDocument::attendance),
                    list(root, "testimony", ReportDocument::testimony),
                    Fields.flag(root, "complete"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a report", e);
        }
    }

    private static ObjectNode node(SessionReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("session", report.session().toString());
        root.put("server", report.server());
        root.put("began", report.began().toString());
        root.put("ended", report.ended().toString());
        root.put("reason", report.reason().name());
        root.put("complete", report.complete());
        ArrayNode participants = root.putArray("participants");
        report.participants().forEach(one -> participants.add(node(one)));
        ArrayNode testimony = root.putArray("testimony");
        report.testimony().forEach(one -> testimony.add(node(one)));
        return root;
    }

    private static ObjectNode node(Vouched vouched) { // 001-115, 001-116, 001-117
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("account", vouched.account());
        ArrayNode attested = node.putArray("attested");
        for (Attested one : vouched.attested()) {
            attested.addObject()
                    .put("evidence", one.evidence().name())
                    .put("given", one.given().toString())
                    .put("expires", one.expires().toString());
        }
        return node;
    }

    private static ObjectNode node(Attendance attendance) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", attendance.id().value());
        node.put("role", attendance.role().name());
        node.put("name", attendance.name().value());
        node.put("organisation", attendance.organisation());
        node.put("knocked", attendance.knocked().toString());
        attendance.admitted().ifPresent(when -> node.put("admitted", when.toString()));
        node.put("left", attendance.left().toString());
        node.put("reason", attendance.reason().name());
        ArrayNode traffic = node.putArray("traffic");
        for (TrafficCount count : attendance.traffic()) {
            traffic.addObject()
                    .put("kind", count.kind().name())
                    .put("sent", count.sent())
                    .put("received", count.received());
        }
        return node;
    }

    private static Attendance attendance(JsonNode node) {
        return new Attendance(
                new ParticipantId(Math.toIntExact(Fields.number(node, "id"))),
                Role.valueOf(Fields.text(node, "role")),
                new PersonName(Fields.text(node, "name")),
                Fields.text(node, "organisation"),
                Fields.instant(node, "knocked"),
                node.has("admitted") ? Optional.of(Fields.instant(node, "admitted")) : Optional.empty(),
                Fields.instant(node, "left"),
                Reason.valueOf(Fields.text(node, "reason")),
                list(
                        node,
                        "traffic",
                        one -> new TrafficCount(
                                Traffic.valueOf(Fields.text(one, "kind")),
                                Fields.number(one, "sent"),
                                Fields.number(one, "received"))));
    }

    private static ObjectNode node(Testimony testimony) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("witness", testimony.witness().value());
        node.put("said", testimony.said().toString());
        node.put("heard", testimony.heard().toString());
        node.set("statement", StatementDocument.write(testimony.statement()));
        return node;
    }

    private static Testimony testimony(JsonNode node) {
        Instant said = Fields.instant(node, "said");
        return new Testimony(
                new ParticipantId(Math.toIntExact(Fields.number(node, "witness"))),
                said,
                Fields.instant(node, "heard"),
                StatementDocument.read(node.path("statement")));
    }

    private static <T> List<T> list(JsonNode parent, String name, Function<JsonNode, T> element) {
        JsonNode array = parent.path(name);
        if (!array.isArray()) {
            throw new IllegalArgumentException("no list " + name);
        }
        List<T> all = new ArrayList<>(array.size());
        array.forEach(one -> all.add(element.apply(one)));
        return List.copyOf(all);
    }
}
