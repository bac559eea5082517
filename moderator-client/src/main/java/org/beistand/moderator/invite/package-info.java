/** A new session and its number, large enough to read out. */
@NullMarked
package org.beistand.moderator.invite;

import org.jspecify.annotations.NullMarked;
