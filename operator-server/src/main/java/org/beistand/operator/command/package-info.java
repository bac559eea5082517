/**
 * The command lines: the server itself, the making of a site, users and reports. The last two ask the running server, with the
 * administrator's key, so that the database has one owner only.
 */
@NullMarked
package org.beistand.operator.command;

import org.jspecify.annotations.NullMarked;
