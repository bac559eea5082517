/**
 * A Linux machine with an X server. Each part of the desktop has a connection of its own to the server, so that none waits for
 * another: {@link org.beistand.client.platform.x11.X11Screen} sleeps until something is drawn,
 * {@link org.beistand.client.platform.x11.X11Input} makes events,
 * {@link org.beistand.client.platform.x11.X11SecurityKey} listens for one key on a thread that does nothing else,
 * {@link org.beistand.client.platform.x11.X11Windows} knows what stands where and
 * {@link org.beistand.client.platform.x11.X11Clipboard} owns and reads the clipboard.
 *
 * <p>The classes named after a library ({@code Xlib}, {@code Xtst}, ...) hold its functions and nothing else. {@code XConnection}
 * is the one place that opens, waits and closes, and {@code XErrors} keeps the server's complaints from ending the process.
 */
@NullMarked
package org.beistand.client.platform.x11;

import org.jspecify.annotations.NullMarked;
