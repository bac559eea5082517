/**
 * The picture of a screen, from its owner to a viewer.
 */
@NullMarked
package org.beistand.protocol.session.screen;

import org.jspecify.annotations.NullMarked;
