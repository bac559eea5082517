package org.beistand.operator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database file and the program that has it. */
class OtherProcessTest {
    @TempDir
    Path folder;

    @Test
    void keepsEverybodyElseOut() throws Exception {
        try (OtherProcess other = OtherProcess.start(folder)) {
            StoreFailure failure = assertThrows(StoreFailure.class, () -> Database.open(folder));
            assertEquals(Reason.DATABASE_LOCKED, failure.reason());
            assertEquals(folder.resolve("operator.mv.db").toString(), failure.place());
        }
    }

    @Test
    @Tag("001-74")
    void losesNoReportWhenItIsKilledTheMomentAfterItWasStored() throws Exception {
        try (OtherProcess other = OtherProcess.start(folder)) {
            other.kill();
        }
        try (Database database = Database.open(folder)) {
            assertEquals(
                    "{}",
                    new SqlReports(database)
                            .find(OtherProcess.SESSION)
                            .orElseThrow()
                            .document());
        }
    }
}
