/**
 * The course of a session as the operator server sees it: a number is given, the moderator waits, people meet, it is over.
 * Who may come gets a ticket for exactly one session, one role and one communication server.
 */
@NullMarked
package org.beistand.operator.session;

import org.jspecify.annotations.NullMarked;
