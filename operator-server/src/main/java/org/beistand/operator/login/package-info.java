/**
 * Who may open sessions: moderators of a directory or of our own accounts, through one door, the only mint of
 * {@link org.beistand.operator.login.EntitledModerator}. A refusal of the one realm never falls through to the other.
 */
@NullMarked
package org.beistand.operator.login;

import org.jspecify.annotations.NullMarked;
