/**
 * What a client and the communication server say to each other. What an {@link org.beistand.protocol.relay.Envelope} carries is sealed and none of the server's business.
 */
@NullMarked
package org.beistand.protocol.relay;

import org.jspecify.annotations.NullMarked;
