package org.beistand.operator.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.report.ChannelEnded;
import org.beistand.protocol.report.ChannelOpened;
import org.beistand.protocol.report.CheckConcluded;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.report.PasswordConcluded;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.report.PauseEnded;
import org.beistand.protocol.report.RightAllowed;
import org.beistand.protocol.report.RightAsked;
import org.beistand.protocol.report.RightEnded;
import org.beistand.protocol.report.RightRefused;
import org.beistand.protocol.report.ShareChosen;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ShareKind;
import org.beistand.protocol.wire.Octets;

/** A statement as JSON: its kind, then what it says. */
final class StatementDocument {
    private StatementDocument() {}

    static ObjectNode write(Statement statement) {
        return switch (statement) {
            case ChannelOpened(var peer, var suite) ->
                of("CHANNEL_OPENED").put("peer", peer.value()).put("suite", suite);
            case ChannelEnded(var peer, var reason) ->
                of("CHANNEL_ENDED").put("peer", peer.value()).put("reason", reason.name());
            case CheckConcluded(var peer, var outcome) ->
                of("CHECK_CONCLUDED").put("peer", peer.value()).put("outcome", outcome.name());
            case PasswordConcluded(var peer, var outcome) ->
                of("PASSWORD_CONCLUDED").put("peer", peer.value()).put("outcome", outcome.name());
            case RightAsked(var owner, var holder, var permission) -> right("RIGHT_ASKED", owner, holder, permission);
            case RightAllowed(var owner, var holder, var permission) ->
                right("RIGHT_ALLOWED", owner, holder, permission);
            case RightRefused(var owner, var holder, var permission, var reason) ->
                right("RIGHT_REFUSED", owner, holder, permission).put("reason", reason.name());
            case RightEnded(var owner, var holder, var permission, var reason) ->
                right("RIGHT_ENDED", owner, holder, permission).put("reason", reason.name());
            case ActionsRefused(var holder, var permission, var reason, var count) ->
                of("ACTIONS_REFUSED")
                        .put("holder", holder.value())
                        .put("permission", permission.name())
                        .put("reason", reason.name())
                        .put("count", count);
            case PauseBegan(var owner) -> of("PAUSE_BEGAN").put("owner", owner.value());
            case PauseEnded(var owner, var bytes) ->
                of("PAUSE_ENDED").put("owner", owner.value()).put("pictureBytes", bytes);
            case ShareChosen(var owner, var share, var programs, var background, var taskbar) ->
                of("SHARE_CHOSEN")
                        .put("owner", owner.value())
                        .put("share", share.name())
                        .put("programs", programs)
                        .put("background", background)
                        .put("taskbar", taskbar);
            case FileEnded file -> write(file);
        };
    }

    private static ObjectNode write(FileEnded file) {
        ObjectNode node = of("FILE_ENDED")
                .put("sender", file.sender().value())
                .put("receiver", file.receiver().value())
                .put("name", file.name())
                .put("size", file.size())
                .put("sha256", file.sha256().toHex());
        file.failure().ifPresent(reason -> node.put("failure", reason.name()));
        return node;
    }

    static Statement read(JsonNode node) {
        String kind = Fields.text(node, "kind");
        return switch (kind) {
            case "CHANNEL_OPENED" -> new ChannelOpened(person(node, "peer"), Fields.text(node, "suite"));
            case "CHANNEL_ENDED" -> new ChannelEnded(person(node, "peer"), reason(node));
            case "CHECK_CONCLUDED" ->
                new CheckConcluded(person(node, "peer"), CheckOutcome.valueOf(Fields.text(node, "outcome")));
            case "PASSWORD_CONCLUDED" ->
                new PasswordConcluded(person(node, "peer"), CheckOutcome.valueOf(Fields.text(node, "outcome")));
            case "RIGHT_ASKED" -> new RightAsked(person(node, "owner"), person(node, "holder"), permission(node));
            case "RIGHT_ALLOWED" -> new RightAllowed(person(node, "owner"), person(node, "holder"), permission(node));
            case "RIGHT_REFUSED" ->
                new RightRefused(person(node, "owner"), person(node, "holder"), permission(node), reason(node));
            case "RIGHT_ENDED" ->
                new RightEnded(person(node, "owner"), person(node, "holder"), permission(node), reason(node));
            case "ACTIONS_REFUSED" ->
                new ActionsRefused(
                        person(node, "holder"),
                        permission(node),
                        reason(node),
                        Math.toIntExact(Fields.number(node, "count")));
            case "PAUSE_BEGAN" -> new PauseBegan(person(node, "owner"));
            case "PAUSE_ENDED" -> new PauseEnded(person(node, "owner"), Fields.number(node, "pictureBytes"));
            case "SHARE_CHOSEN" ->
                new ShareChosen(
                        person(node, "owner"),
                        ShareKind.valueOf(Fields.text(node, "share")),
                        Math.toIntExact(Fields.number(node, "programs")),
                        Fields.flag(node, "background"),
                        Fields.flag(node, "taskbar"));
            case "FILE_ENDED" -> file(node);
            default -> throw new IllegalArgumentException("an unknown kind of statement");
        };
    }

    private static FileEnded file(JsonNode node) {
        return new FileEnded(
                person(node, "sender"),
                person(node, "receiver"),
                Fields.text(node, "name"),
                Fields.number(node, "size"),
                Octets.fromHex(Fields.text(node, "sha256")),
                node.has("failure") ? Optional.of(Reason.valueOf(Fields.text(node, "failure"))) : Optional.empty());
    }

    private static ObjectNode right(String kind, ParticipantId owner, ParticipantId holder, Permission permission) {
        return of(kind).put("owner", owner.value())
                .put("holder", holder.value())
                .put("permission", permission.name());
    }

    private static ObjectNode of(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    private static ParticipantId person(JsonNode node, String name) {
        return new ParticipantId(Math.toIntExact(Fields.number(node, name)));
    }

    private static Permission permission(JsonNode node) {
        return Permission.valueOf(Fields.text(node, "permission"));
    }

    private static Reason reason(JsonNode node) {
        return Reason.valueOf(Fields.text(node, "reason"));
    }
}
