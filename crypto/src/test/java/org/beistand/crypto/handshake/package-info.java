@NullMarked
package org.beistand.crypto.handshake;

import org.jspecify.annotations.NullMarked;
