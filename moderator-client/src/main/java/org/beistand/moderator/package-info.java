/** The moderator's program: sign in, open a session, let people in, help. */
@NullMarked
package org.beistand.moderator;

import org.jspecify.annotations.NullMarked;
