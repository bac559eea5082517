package org.beistand.client.ui.base;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ReasonText;

/** The words on the windows, in a language that can be changed at any time. Belongs to the FX thread. */
public final class Texts {
    private static final String BUNDLE = "org.beistand.client.ui.texts";

    private final ReadOnlyObjectWrapper<Language> language;

    public Texts(Language language) {
        this.language = new ReadOnlyObjectWrapper<>(language);
    }

    public Language language() {
        return language.get();
    }

    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }

    public void speak(Language wanted) {
        language.set(wanted);
    }

    /** @param args fill the places of the sentence, in order */
    public String of(String key, Object... args) {
        String pattern = bundle(language()).getString(key);
        return args.length == 0
                ? pattern
                : new MessageFormat(pattern, language().locale()).format(args);
    }

    /** The same, following the language. */
    public StringBinding follow(String key, Object... args) {
        return Bindings.createStringBinding(() -> of(key, args), language);
    }

    /** Words made of several, following the language and whatever else they speak of. */
    public StringBinding follow(Supplier<String> words, Observable... subjects) {
        Observable[] all = new Observable[subjects.length + 1];
        all[0] = language;
        System.arraycopy(subjects, 0, all, 1, subjects.length);
        return Bindings.createStringBinding(words::get, all);
    }

    /** Runs after every change of the language, for as long as this part of a window is of use to anybody. */
    public void afterChange(Node part, Runnable run) {
        InvalidationListener listener = change -> {
            language.get();
            run.run();
        };
        // The part alone keeps its listener: windows of sessions that are over are not kept by the language.
        part.getProperties().put(listener, listener);
        language.addListener(new WeakInvalidationListener(listener));
    }

    /** One sentence and the code to read out on the telephone. */
    public String reason(Reason reason) {
        return ReasonText.withCode(reason, language());
    }

    /** The short name of a right. */
    public String right(Permission permission) {
        return of("right." + permission.name());
    }

    static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
