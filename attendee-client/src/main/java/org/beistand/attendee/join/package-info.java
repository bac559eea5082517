/** Into the session: number and name, the lobby, and the code that the moderator reads out. */
@NullMarked
package org.beistand.attendee.join;

import org.jspecify.annotations.NullMarked;
