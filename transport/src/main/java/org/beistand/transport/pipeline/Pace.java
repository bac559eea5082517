package org.beistand.transport.pipeline;

import java.time.Duration;

/**
 * How long things may take on a connection.
 *
 * @param connect until the other machine answers
 * @param handshake until both sides are proved
 * @param idle without sending, after which an empty frame is sent; so that proxies do not cut the connection
 * @param silence without hearing anything, after which the other side counts as lost; must be longer than idle
 * @param stalled without the other side taking anything of what waits for it, after which it counts as too slow
 * @param farewell until what was sent before a close has gone out
 */
public record Pace(
        Duration connect, Duration handshake, Duration idle, Duration silence, Duration stalled, Duration farewell) {
    public static final Pace USUAL = new Pace(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5));

    public Pace withHandshake(Duration shorter) {
        return new Pace(connect, shorter, idle, silence, stalled, farewell);
    }

    public Pace withKeepAlive(Duration idle, Duration silence, Duration stalled) {
        return new Pace(connect, handshake, idle, silence, stalled, farewell);
    }
}
