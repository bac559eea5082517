package org.beistand.protocol.value;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/**
 * Why something ended, was refused or did not work: one closed list for wire codes, report words and the sentences that
 * people read. The sentence of each in each language stands in {@code reasons*.properties} beside this class.
 */
public enum Reason implements Coded {
    // sign-in and meeting
    SIGN_IN_REFUSED(101),
    TOO_MANY_TRIES(102),
    NUMBER_UNKNOWN(103),
    NUMBER_MALFORMED(104),
    NAME_MISSING(105),
    NAME_TOO_LONG(106),
    NAME_UNSUITABLE(107),
    SESSION_FULL(108),
    SIGN_IN_NEEDED(109),
    NO_NUMBER_FREE(110),
    NO_COMMUNICATION_SERVER(111),
    PASSWORD_MISSING(112),
    NOT_AN_ADMINISTRATOR(113),
    USER_EXISTS(114),
    USER_UNKNOWN(115),
    PASSWORD_WEAK(116),
    REPORT_UNKNOWN(117),
    LOGIN_UNSUITABLE(118),
    TOO_MANY_USERS(119),
    REPORT_REFUSED(120),
    // what the directory says
    DIRECTORY_UNREACHABLE(131),
    NOT_A_MODERATOR(132),
    ACCOUNT_EXPIRED(133),
    PASSWORD_CHANGE_NEEDED(134),
    OUTSIDE_HOURS(135),
    DOMAIN_SIGN_IN_REFUSED(136),
    DOMAIN_SIGN_IN_MISSING(137),
    DOMAIN_SIGN_IN_OFF(138),
    // integrated users and what a moderator needs to be one
    TRAINING_MISSING(141),
    TRAINING_EXPIRED(142),
    BRIEFING_MISSING(143),
    BRIEFING_EXPIRED(144),
    UNDERTAKING_MISSING(145),
    UNDERTAKING_EXPIRED(146),
    CODE_WRONG(147),
    PASSWORD_SAME(148),
    PASSWORD_COMMON(149),
    EXPERT_NOT_CALLED(150),
    DAYS_IMPOSSIBLE(151),
    LINE_UNREADABLE(152),
    LINE_REFUSED(153),
    LIST_FULL(154),
    CODE_MISSING(155),
    PASSWORDS_DIFFER(156),
    // invitations by e-mail
    MAIL_ADDRESS_MALFORMED(157),
    TOO_MANY_INVITATIONS(158),
    MAIL_SERVER_UNREACHABLE(159),
    MAIL_SERVER_NOT_GENUINE(160),
    MAIL_RECIPIENT_REFUSED(161),
    MAIL_REFUSED(162),
    MAIL_UNCERTAIN(163),
    INVITING_ENDED(164),
    // connections
    SERVER_UNREACHABLE(201),
    SERVER_NOT_GENUINE(202),
    CONNECTION_LOST(203),
    PROTOCOL_VIOLATION(204),
    VERSION_UNSUPPORTED(205),
    TICKET_REFUSED(206),
    SERVER_STOPPING(207),
    TOO_SLOW(208),
    SERVER_BUSY(209),
    CLIENT_NOT_GENUINE(210),
    SERVER_CANNOT_STORE(211),
    // the course of a session
    ATTENDEE_LEFT(301),
    MODERATOR_LEFT(302),
    REFUSED_IN_LOBBY(303),
    REMOVED(304),
    SESSION_BLOCKED(305),
    SESSION_EXPIRED(306),
    PARTICIPANT_LOST(307),
    LOBBY_TIMED_OUT(308),
    SESSION_ENDED(309),
    ACCESS_ENDED(320),
    // the seal between two people
    SEAL_REFUSED(401),
    SEAL_BROKEN(402),
    CHECK_FAILED(403),
    CHECK_NOT_ANSWERED(404),
    SESSION_PASSWORD_FAILED(405),
    SESSION_PASSWORD_WRONG(406),
    SESSION_PASSWORD_LACKING(407),
    SESSION_PASSWORD_NOT_ENTERED(408),
    SESSION_PASSWORD_MALFORMED(409),
    // consent
    REFUSED_BY_OWNER(501),
    NOT_ANSWERED(502),
    NOT_PERMITTED(503),
    WITHDRAWN_BY_OWNER(504),
    WITHDRAWN_BY_SECURITY_KEY(505),
    RETURNED(506),
    PAUSED(507),
    GRANT_OUTDATED(508),
    OWN_WINDOW_PROTECTED(509),
    GRANT_EXPIRED(510),
    ASKED_TOO_OFTEN(511),
    NOT_RELEASED(512),
    PLACE_CHANGED(517),
    PLACE_NOT_SEEN(518),
    TOO_MUCH_AT_ONCE(519),
    // files and clipboard
    CANCELLED_BY_SENDER(601),
    CANCELLED_BY_RECEIVER(602),
    FILE_DAMAGED(603),
    DISK_FULL(604),
    FILE_NAME_REFUSED(605),
    FILE_UNREADABLE(606),
    FILE_TOO_LARGE(607),
    FOLDER_NOT_WRITABLE(608),
    FILE_CHANGED(609),
    CLIPBOARD_TOO_LARGE(610),
    CLIPBOARD_EMPTY(611),
    CLIPBOARD_REPLACED(612),
    CLIPBOARD_READ(613),
    CLIPBOARD_ARRIVED(614),
    // this machine
    SCREEN_NOT_CAPTURED(701),
    SECURITY_KEY_TAKEN(702),
    NO_DISPLAY(703),
    INPUT_NOT_POSSIBLE(704),
    MAIL_PROGRAM_MISSING(705),
    SCREEN_NOT_PERMITTED(710),
    INPUT_NOT_PERMITTED(711),
    SYSTEM_SCREEN_SHOWN(712),
    MONITOR_GONE(713),
    // starting a server or an installation
    KEY_MISSING(801),
    KEY_FOREIGN(802),
    KEY_READABLE_BY_OTHERS(803),
    PORT_TAKEN(804),
    DATABASE_LOCKED(805),
    DATABASE_UNUSABLE(806),
    CONFIGURATION_WRONG(807),
    SITE_EXISTS(808),
    SITE_MISSING(809),
    ADDRESS_UNUSABLE(810),
    COMMAND_WRONG(811),
    // everything else
    INTERNAL(901);

    public static final Codec<Reason> CODEC = Codec.coded(Reason.class);

    private final int code;

    Reason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /** Short enough to be read out on the telephone: {@code B-103}. */
    public String phoneCode() {
        return "B-" + code;
    }
}
