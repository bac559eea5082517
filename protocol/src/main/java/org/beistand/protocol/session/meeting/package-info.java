/**
 * The first words inside the seal: the spoken check, introductions, farewell.
 */
@NullMarked
package org.beistand.protocol.session.meeting;

import org.jspecify.annotations.NullMarked;
