/** The session itself: the lobby, the people, the rights that are asked for one by one, and the other person's screen. */
@NullMarked
package org.beistand.moderator.moderate;

import org.jspecify.annotations.NullMarked;
