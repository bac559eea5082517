@NullMarked
package org.beistand.crypto.channel;

import org.jspecify.annotations.NullMarked;
