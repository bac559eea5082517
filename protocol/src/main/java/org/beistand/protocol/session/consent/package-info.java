/**
 * Asking for a right, the owner's answer, and its end.
 */
@NullMarked
package org.beistand.protocol.session.consent;

import org.jspecify.annotations.NullMarked;
