@NullMarked
package org.beistand.crypto.identity;

import org.jspecify.annotations.NullMarked;
