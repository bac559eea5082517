/**
 * One person's session, from the first connection to the last word. A window sees a {@link org.beistand.client.session.SessionView}
 * and says what the person wants through {@link org.beistand.client.session.Session}; it decides nothing itself.
 */
@NullMarked
package org.beistand.client.session;

import org.jspecify.annotations.NullMarked;
