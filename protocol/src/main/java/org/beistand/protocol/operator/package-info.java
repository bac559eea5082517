/**
 * What a client or an administrator and the operator server say to each other.
 */
@NullMarked
package org.beistand.protocol.operator;

import org.jspecify.annotations.NullMarked;
