package org.beistand.protocol.value;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.beistand.protocol.wire.Codec;

/**
 * One e-mail address in its plain form: a name, {@code @}, a host with at least two parts. Quoted names, comments, lists, routes
 * and addresses of hosts in digits do not exist here, so that nothing in it can be taken for anything but one recipient.
 * {@link #toString()} does not show it.
 *
 * @param value ASCII, the host in small letters
 */
public record MailAddress(String value) {
    /** RFC 5321, 4.5.3.1: what a path may have, without its brackets. */
    public static final int LONGEST = 254;

    private static final int LONGEST_NAME = 64;
    // Of the characters that RFC 5322 allows, without those that once were routes or shells: ! % | ` and the like.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+&'=~/#-]+(\\.[A-Za-z0-9_+&'=~/#-]+)*");
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    public static final Codec<MailAddress> CODEC = Codec.text(LONGEST).as(MailAddress::new, MailAddress::value);

    public MailAddress {
        int at = value.indexOf('@');
        if (value.length() > LONGEST
                || at < 1
                || at > LONGEST_NAME
                || !NAME.matcher(value.substring(0, at)).matches()
                || !HOST.matcher(value.substring(at + 1)).matches()) {
            throw new IllegalArgumentException("not one plain e-mail address");
        }
    }

    /**
     * What a person typed or pasted: with blanks around it, in full-width letters of a Japanese keyboard, and with a host in
     * any script, which becomes the form that travels.
     */
    public static Optional<MailAddress> parse(String typed) {
        // Bounded first: normalising 10,000 characters is work for nothing.
        if (typed.length() > LONGEST * 2) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.codePoints().anyMatch(MailAddress::travelsInTwoForms)) {
            return Optional.empty();
        }
        try {
            String host = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(new MailAddress(text.substring(0, at) + "@" + host.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The JDK makes another host of these than today's registries do; a mail must not go to a neighbour. */
    private static boolean travelsInTwoForms(int letter) {
        return letter == 'ß' || letter == 'ς' || letter == 0x200C || letter == 0x200D;
    }

    public String host() {
        return value.substring(value.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "MailAddress[hidden]";
    }
}
