/**
 * Who is who: the keys and certificates of one installation. The site's own authority is the only root; each certificate says
 * in an own extended key usage and in a name ({@code urn:beistand:role:...}) what its holder is, and is good for nothing else.
 *
 * <p>{@link org.beistand.crypto.identity.SiteAuthority} makes them, {@link org.beistand.crypto.identity.KeyFile} keeps them,
 * {@link org.beistand.crypto.identity.Anchors} decides whom to believe. The operator server's word about one session is a
 * ticket ({@link org.beistand.crypto.identity.TicketSigner}) and, for the moderator, a certificate of a few hours
 * ({@link org.beistand.crypto.identity.SessionIssuer}).
 */
@NullMarked
package org.beistand.crypto.identity;

import org.jspecify.annotations.NullMarked;
