/**
 * The one connection to the operator server: this server offers itself, tells which sessions begin, hands over the reports of
 * those that ended, and hears which must end. Sessions do not depend on it: while it is broken they go on, and what was not
 * handed over is handed over later.
 */
@NullMarked
package org.beistand.communication.operatorlink;

import org.jspecify.annotations.NullMarked;
