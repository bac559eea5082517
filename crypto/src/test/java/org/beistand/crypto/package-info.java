@NullMarked
package org.beistand.crypto;

import org.jspecify.annotations.NullMarked;
