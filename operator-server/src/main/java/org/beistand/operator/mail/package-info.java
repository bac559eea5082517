/**
 * The way out for e-mails: one mail server, inside TLS with a proved partner before a name, a password or a word of the mail is
 * said, and never longer than its limits.
 */
@NullMarked
package org.beistand.operator.mail;

import org.jspecify.annotations.NullMarked;
