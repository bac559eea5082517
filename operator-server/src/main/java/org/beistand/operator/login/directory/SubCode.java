package org.beistand.operator.login.directory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.operator.login.Directory.Verdict;

/**
 * What a domain controller adds to "invalid credentials" (49) in its diagnostic text, such as {@code 80090308: LdapErr:
 * DSID-0C09042A, comment: AcceptSecurityContext error, data 532, v3839}: an error number of Windows in hexadecimal.
 */
final class SubCode {
    private static final Pattern DATA = Pattern.compile("\\bdata ([0-9a-fA-F]{1,8})\\b");

    private SubCode() {}

    static Verdict verdict(String diagnostic) {
        return number(diagnostic)
                .map(number -> switch (number.intValue()) {
                    case 0x530 -> Verdict.OUTSIDE_HOURS;
                    case 0x531 -> Verdict.OTHER_WORKSTATION;
                    case 0x532 -> Verdict.PASSWORD_EXPIRED;
                    case 0x533 -> Verdict.DISABLED;
                    case 0x701 -> Verdict.EXPIRED;
                    case 0x773 -> Verdict.PASSWORD_MUST_CHANGE;
                    case 0x775 -> Verdict.LOCKED;
                    // 0x52e is a wrong password, 0x525 an unknown user; whatever else there is, it is no yes.
                    default -> Verdict.WRONG;
                })
                .orElse(Verdict.WRONG);
    }

    private static Optional<Long> number(String diagnostic) {
        Matcher data = DATA.matcher(diagnostic);
        return data.find() ? Optional.of(Long.parseLong(data.group(1), 16)) : Optional.empty();
    }
}
