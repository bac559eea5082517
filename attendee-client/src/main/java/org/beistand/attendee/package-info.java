/** The attendee's program: she types a number, sees who is there, and allows or refuses what is asked of her. */
@NullMarked
package org.beistand.attendee;

import org.jspecify.annotations.NullMarked;
