/** The moderator says who he is, and the operator server decides whether he may open sessions. */
@NullMarked
package org.beistand.moderator.signin;

import org.jspecify.annotations.NullMarked;
