/** Invitations: the number of a session on its way to a customer, by e-mail, for the moderator whose session it is. */
@NullMarked
package org.beistand.operator.invite;

import org.jspecify.annotations.NullMarked;
