/**
 * A connection as a list of named stages, from the socket upwards; see {@link Stages}. The event loop of a connection owns all of
 * its state.
 */
@NullMarked
package org.beistand.transport.pipeline;

import org.jspecify.annotations.NullMarked;
