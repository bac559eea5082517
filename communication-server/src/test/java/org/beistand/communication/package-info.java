/** The server as a whole: its configuration, its start and its end, over real sockets. */
@NullMarked
package org.beistand.communication;

import org.jspecify.annotations.NullMarked;
