package org.beistand.transport.listen;

/**
 * How many may be at the door of one listener at the same time.
 *
 * @param links proved connections, all together
 * @param linksPerAddress proved connections from one address; a whole hospital may stand behind one
 * @param handshakes connections not proved yet, all together
 * @param handshakesPerAddress connections not proved yet from one address, so that one cannot keep all others out
 */
public record ListenLimits(int links, int linksPerAddress, int handshakes, int handshakesPerAddress) {
    public static final ListenLimits USUAL = new ListenLimits(10_000, 1_000, 512, 64);

    public ListenLimits {
        if (links < 1 || linksPerAddress < 1 || handshakes < 1 || handshakesPerAddress < 1) {
            throw new IllegalArgumentException("a door through which nobody can come");
        }
    }
}
