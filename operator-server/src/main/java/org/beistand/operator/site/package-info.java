/**
 * The installation on disk: the keys and packages of a site are made once, and read with suspicion ever after.
 */
@NullMarked
package org.beistand.operator.site;

import org.jspecify.annotations.NullMarked;
