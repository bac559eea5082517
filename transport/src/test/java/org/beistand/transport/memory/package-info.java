/**
 * The in-memory twin of a link: no sockets, no threads, no clock. Every story above the pipes can be told on it, also the bad
 * ones: frames that are altered, dropped, repeated or reordered, and connections that break.
 */
@NullMarked
package org.beistand.transport.memory;

import org.jspecify.annotations.NullMarked;
