package org.beistand.attendee.join;

import java.util.function.UnaryOperator;
import javafx.scene.control.TextFormatter;
import org.beistand.protocol.value.SessionNumber;

/**
 * Groups the digits of a session number while they are typed or pasted. Full-width digits become plain ones, the words around
 * a pasted number go; what holds more than six digits, or no digit at all, is refused and told.
 */
final class NumberFormat implements UnaryOperator<TextFormatter.Change> {
    /** A whole e-mail on the clipboard is not searched for a number. */
    private static final int LONGEST_PASTE = 200;

    private static final int HALF = SessionNumber.DIGITS / 2;

    private final Runnable refused;

    NumberFormat(Runnable refused) {
        this.refused = refused;
    }

    @Override
    public TextFormatter.Change apply(TextFormatter.Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        String typed = change.getText();
        String added = typed.length() > LONGEST_PASTE ? "" : digits(typed);
        String before = digits(change.getControlText().substring(0, change.getRangeStart()));
        String after = digits(change.getControlText().substring(change.getRangeEnd()));
        boolean meaningless = added.isEmpty() && !typed.isBlank();
        if (meaningless || before.length() + added.length() + after.length() > SessionNumber.DIGITS) {
            refused.run();
            return unchanged(change);
        }
        String text = grouped(before + added + after);
        int caret = grouped(before + added).length();
        change.setRange(0, change.getControlText().length());
        change.setText(text);
        change.selectRange(Math.min(caret, text.length()), Math.min(caret, text.length()));
        return change;
    }

    private static TextFormatter.Change unchanged(TextFormatter.Change change) {
        change.setText("");
        change.setRange(change.getControlCaretPosition(), change.getControlCaretPosition());
        change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
        return change;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    private static String grouped(String digits) {
        return digits.length() <= HALF ? digits : digits.substring(0, HALF) + " " + digits.substring(HALF);
    }
}
