/** Who is signed in at this machine's domain: the ticket cache of Kerberos on Linux and macOS, Windows itself on Windows. */
@NullMarked
package org.beistand.client.platform.kerberos;

import org.jspecify.annotations.NullMarked;
