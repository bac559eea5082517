package org.beistand.transport.link;

/**
 * How many bytes may wait to be sent on one link.
 *
 * @param low bytes at which a link that was not writable becomes writable again
 * @param high bytes beyond which a link is not writable
 * @param bound bytes beyond which the link ends as too slow, since its sender does not wait and memory is finite
 */
public record Watermarks(int low, int high, int bound) {
    public static final Watermarks USUAL = new Watermarks(64 << 10, 256 << 10, 8 << 20);

    public Watermarks {
        if (low < 0 || high < low || bound < high) {
            throw new IllegalArgumentException("watermarks out of order");
        }
    }
}
