/**
 * Who may open sessions: local accounts, the only mint of {@link org.beistand.operator.login.EntitledModerator}. A directory
 * joins them here later; a refusal there never falls through to the accounts of our own.
 */
@NullMarked
package org.beistand.operator.login;

import org.jspecify.annotations.NullMarked;
