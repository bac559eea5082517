package org.beistand.transport.memory;

/**
 * Both ends of one connection.
 *
 * @param first the link in the first one's hand; its peer is the second
 * @param second the link in the second one's hand; its peer is the first
 */
public record MemoryPair(MemoryLink first, MemoryLink second) {
    public void cut() {
        first.cut();
    }
}
