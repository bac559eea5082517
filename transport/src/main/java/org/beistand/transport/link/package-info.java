/**
 * A pipe as everything above it sees it: whole frames, in order, with back-pressure, and one reason when it ends.
 */
@NullMarked
package org.beistand.transport.link;

import org.jspecify.annotations.NullMarked;
