/**
 * Frames on a stream of bytes. A frame begins with its length in four bytes, big-endian: 0 keeps the connection alive and carries
 * nothing, 1 up to the limit of the link is so many bytes of content, 0xFFFFFFFF is the goodbye, followed by the two bytes of a
 * reason's code. Everything else is a violation, found before a byte is allocated for it.
 */
@NullMarked
package org.beistand.transport.frame;

import org.jspecify.annotations.NullMarked;
