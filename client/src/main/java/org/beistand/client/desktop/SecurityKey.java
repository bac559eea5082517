package org.beistand.client.desktop;

import java.util.Optional;
import org.beistand.protocol.value.Reason;

/** The key that takes control back at once, wherever the focus is. The standard is F11. */
public interface SecurityKey extends AutoCloseable { // 001-66 001-67
    /**
     * Begins to listen.
     *
     * @param pressed called at once, on a thread of its own, at every press, also for a press that was made from afar
     * @return why it is not possible, empty if it is
     */
    Optional<Reason> listen(Runnable pressed);

    @Override
    void close();
}
