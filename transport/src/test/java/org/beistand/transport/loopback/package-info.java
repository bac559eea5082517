/** Real sockets and real TLS on this machine, for tests. */
@NullMarked
package org.beistand.transport.loopback;

import org.jspecify.annotations.NullMarked;
