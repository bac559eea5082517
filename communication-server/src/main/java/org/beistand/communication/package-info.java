/**
 * Where they meet, unread. A person comes with a ticket ({@code admission}), waits in a lobby and is let in by the moderator
 * ({@code room}), exchanges sealed envelopes with the others ({@code relay}), and what happened is written down while it
 * happens ({@code report}) and handed to the operator server afterwards ({@code operatorlink}). The server holds no key with
 * which it could read an envelope, and knows nothing of the operator server's database. // 001-124
 */
@NullMarked
package org.beistand.communication;

import org.jspecify.annotations.NullMarked;
