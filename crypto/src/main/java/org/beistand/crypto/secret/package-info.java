/**
 * What must not be seen: secrets that do not show themselves in logs, and passwords that are kept only as Argon2id hashes.
 */
@NullMarked
package org.beistand.crypto.secret;

import org.jspecify.annotations.NullMarked;
