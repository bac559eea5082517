/** Every word that can be said, tried one by one. */
@NullMarked
package org.beistand.protocol;

import org.jspecify.annotations.NullMarked;
