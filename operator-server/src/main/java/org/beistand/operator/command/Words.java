package org.beistand.operator.command;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.beistand.protocol.value.Language;

/** What the commands print, in the person's language. */
final class Words {
    private final Language language;
    private final ResourceBundle bundle;

    Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "org.beistand.operator.command.words",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(values);
    }

    Language language() {
        return language;
    }
}
