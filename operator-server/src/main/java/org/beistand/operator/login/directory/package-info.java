/**
 * Microsoft Active Directory, asked over LDAP with TLS: who somebody is, whether his password is right, and whether he is one of the
 * moderators now. See {@code docs/decisions/0011-active-directory.md}.
 */
@NullMarked
package org.beistand.operator.login.directory;

import org.jspecify.annotations.NullMarked;
