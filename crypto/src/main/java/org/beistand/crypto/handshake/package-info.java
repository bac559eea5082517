/**
 * The spoken check: two people who hear each other on the telephone find out whether somebody sits between them. A seal stands
 * already ({@link org.beistand.crypto.channel.SealedChannel}); its binding is what both ends have in common and two seals around
 * somebody in the middle have not.
 *
 * <pre>
 *   moderator                                   attendee
 *   commitment to his nonce    ---------->
 *                              <----------      her nonce
 *   his nonce                  ---------->      must fit the commitment
 *   reads five digits aloud                     picks them out of three
 * </pre>
 *
 * <p>Because each side is bound to its nonce before it knows the other's, somebody in the middle has one guess in 100,000 and no
 * way to try more; without the commitment he would find nonces that give both the same digits within seconds.
 */
@NullMarked
package org.beistand.crypto.handshake;

import org.jspecify.annotations.NullMarked;
