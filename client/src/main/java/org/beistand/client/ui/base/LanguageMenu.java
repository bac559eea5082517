package org.beistand.client.ui.base;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.beistand.protocol.value.Language;

/** Changes the language of every window at once. Each language is written in itself. */
public final class LanguageMenu extends MenuButton {
    public LanguageMenu(Texts texts) {
        setId("language");
        getStyleClass().add("flat");
        setGraphic(Icon.GLOBE.draw(16));
        setMinWidth(Region.USE_PREF_SIZE);
        accessibleTextProperty().bind(texts.follow(() -> texts.of("language") + ": " + nativeName(texts.language())));
        textProperty().bind(texts.languageProperty().map(LanguageMenu::nativeName));
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(nativeName(language));
            item.setId("language-" + language.locale().getLanguage());
            item.setToggleGroup(group);
            item.setSelected(language == texts.language());
            item.setOnAction(event -> texts.speak(language));
            getItems().add(item);
        }
    }

    /** A language as its speakers write it. */
    public static String nativeName(Language language) {
        return switch (language) {
            case ENGLISH -> "English";
            case GERMAN -> "Deutsch";
            case JAPANESE -> "日本語";
        };
    }
}
