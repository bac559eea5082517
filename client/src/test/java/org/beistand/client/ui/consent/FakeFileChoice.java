package org.beistand.client.ui.consent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Chooses what the test says. */
public final class FakeFileChoice implements FileChoice {
    private List<Path> files = List.of();
    private Optional<Path> folder = Optional.empty();

    public void willChoose(Path... chosen) {
        files = List.of(chosen);
    }

    public void willChooseFolder(Path chosen) {
        folder = Optional.of(chosen);
    }

    @Override
    public List<Path> files(Window owner, String title) {
        return files;
    }

    @Override
    public Optional<Path> folder(Window owner, String title, Path present) {
        return folder;
    }
}
