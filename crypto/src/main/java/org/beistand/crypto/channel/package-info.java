/**
 * The seal between two people: a standard TLS 1.3 session inside what the relay carries (001-40, 001-128). Nothing of a session
 * travels unless it is {@link org.beistand.crypto.channel.Sealed}, and only this package makes one.
 *
 * <p>There is one way to agree and no other: keys by X25519MLKEM768, so that what is recorded today stays closed to a quantum
 * computer too; AES-256-GCM; certificates on both sides over P-256; no resumption, no early data, no fall-back. Whatever a relay
 * alters, repeats, drops, reorders or swaps ends the channel.
 */
@NullMarked
package org.beistand.crypto.channel;

import org.jspecify.annotations.NullMarked;
