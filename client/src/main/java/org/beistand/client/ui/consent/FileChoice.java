package org.beistand.client.ui.consent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Lets a person choose files and folders of this computer; belongs to the FX thread. */
public interface FileChoice {
    /** @return the files she chose, none if she changed her mind */
    List<Path> files(Window owner, String title);

    Optional<Path> folder(Window owner, String title, Path present);
}
