/**
 * Who may talk to whom: TLS 1.3 and nothing older, one cipher suite, both sides proved by certificates of this installation's own
 * authority, no roots of the system, no resumption. There is no weaker way to fall back to. // 001-32
 */
@NullMarked
package org.beistand.transport.tls;

import org.jspecify.annotations.NullMarked;
