/** Out of the session: what happened, in one sentence, and how to come back. */
@NullMarked
package org.beistand.attendee.leave;

import org.jspecify.annotations.NullMarked;
