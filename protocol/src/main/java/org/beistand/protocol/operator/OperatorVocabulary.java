package org.beistand.protocol.operator;

import java.util.List;
import java.util.Set;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Row;
import org.beistand.protocol.wire.Unit;
import org.beistand.protocol.wire.Vocabulary;

/** The table of {@link OperatorMessage}: number, type, bytes at most, who may say it. */
public final class OperatorVocabulary {
    /** The version of all our words together; both sides must speak the same. */
    public static final int VERSION = 1;

    public static final Vocabulary<OperatorMessage, Party, Unit> TABLE = new Vocabulary<>(List.of(
            row(
                    0x0101,
                    Greeting.class,
                    Greeting.CODEC,
                    2,
                    Party.ATTENDEE,
                    Party.MODERATOR,
                    Party.ADMINISTRATOR,
                    Party.AUDITOR),
            row(0x0102, SignIn.class, SignIn.CODEC, 1400, Party.MODERATOR),
            row(0x0103, OpenSession.class, OpenSession.CODEC, 4200, Party.MODERATOR),
            row(0x0104, JoinSession.class, JoinSession.CODEC, 400, Party.ATTENDEE),
            row(0x0108, ChoosePassword.class, ChoosePassword.CODEC, 1030, Party.MODERATOR),
            row(0x0109, GiveCode.class, GiveCode.CODEC, 48, Party.MODERATOR),
            row(0x010A, CodesNoted.class, CodesNoted.CODEC, 0, Party.MODERATOR),
            row(0x010B, ShowTicket.class, ShowTicket.CODEC, 48004, Party.MODERATOR),
            row(0x010C, BindTicket.class, BindTicket.CODEC, 204, Party.MODERATOR),
            row(0x010D, SendInvitation.class, SendInvitation.CODEC, 274, Party.MODERATOR),
            row(0x0110, AddUser.class, AddUser.CODEC, 1600, Party.ADMINISTRATOR),
            row(0x0111, DisableUser.class, DisableUser.CODEC, 80, Party.ADMINISTRATOR),
            row(0x0112, ResetPassword.class, ResetPassword.CODEC, 1200, Party.ADMINISTRATOR),
            row(0x0113, ListUsers.class, ListUsers.CODEC, 0, Party.ADMINISTRATOR),
            row(0x0114, EnableUser.class, EnableUser.CODEC, 80, Party.ADMINISTRATOR),
            row(0x0115, ResetSecondFactor.class, ResetSecondFactor.CODEC, 80, Party.ADMINISTRATOR),
            row(0x0116, RequireSecondFactor.class, RequireSecondFactor.CODEC, 80, Party.ADMINISTRATOR),
            row(0x0117, SetUserRole.class, SetUserRole.CODEC, 80, Party.ADMINISTRATOR),
            row(0x0118, ListEntitlements.class, ListEntitlements.CODEC, 0, Party.ADMINISTRATOR),
            row(0x0119, SetEntitlements.class, SetEntitlements.CODEC, 1300000, Party.ADMINISTRATOR),
            row(0x011A, RemoveEntitlement.class, RemoveEntitlement.CODEC, 210, Party.ADMINISTRATOR),
            row(0x011B, ListEntitlementChanges.class, ListEntitlementChanges.CODEC, 2, Party.ADMINISTRATOR),
            row(0x0120, ListReports.class, ListReports.CODEC, 18, Party.ADMINISTRATOR, Party.AUDITOR),
            row(0x0121, ReadReport.class, ReadReport.CODEC, 16, Party.ADMINISTRATOR, Party.AUDITOR),
            row(0x0181, Greeted.class, Greeted.CODEC, 211, Party.OPERATOR_SERVER),
            row(0x0182, SignedIn.class, SignedIn.CODEC, 600, Party.OPERATOR_SERVER),
            row(0x0183, SessionOpened.class, SessionOpened.CODEC, 20000, Party.OPERATOR_SERVER),
            row(0x0184, SessionFound.class, SessionFound.CODEC, 2000, Party.OPERATOR_SERVER),
            row(0x0188, PasswordNeeded.class, PasswordNeeded.CODEC, 0, Party.OPERATOR_SERVER),
            row(0x0189, CodeNeeded.class, CodeNeeded.CODEC, 0, Party.OPERATOR_SERVER),
            row(0x018A, AuthenticatorOffered.class, AuthenticatorOffered.CODEC, 110, Party.OPERATOR_SERVER),
            row(0x018B, CodesIssued.class, CodesIssued.CODEC, 900, Party.OPERATOR_SERVER),
            row(0x018C, TicketTaken.class, TicketTaken.CODEC, 2208, Party.OPERATOR_SERVER),
            row(0x0190, Done.class, Done.CODEC, 0, Party.OPERATOR_SERVER),
            row(0x0191, UserList.class, UserList.CODEC, 920000, Party.OPERATOR_SERVER),
            row(0x0192, ReportList.class, ReportList.CODEC, 300000, Party.OPERATOR_SERVER),
            row(0x0193, ReportFound.class, ReportFound.CODEC, 2000000, Party.OPERATOR_SERVER),
            row(0x0194, EntitlementList.class, EntitlementList.CODEC, 1300000, Party.OPERATOR_SERVER),
            row(0x0195, EntitlementChanges.class, EntitlementChanges.CODEC, 900000, Party.OPERATOR_SERVER),
            row(0x0196, EntitlementsRefused.class, EntitlementsRefused.CODEC, 4, Party.OPERATOR_SERVER),
            row(0x01FF, Refused.class, Refused.CODEC, 10, Party.OPERATOR_SERVER)));

    private OperatorVocabulary() {}

    private static <M extends OperatorMessage> Row<OperatorMessage, Party, Unit> row(
            int number, Class<M> type, Codec<M> codec, int atMost, Party... from) {
        return new Row<>(number, type, codec, Set.of(from), Unit.UNIT, atMost);
    }
}
