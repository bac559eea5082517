/**
 * The other person's screen, and one's own mouse and keyboard on it. Pictures come from a thread of the session and are copied
 * area by area; keys and clicks go straight to {@link org.beistand.client.session.RemoteHands} and never to a button of our own.
 */
@NullMarked
package org.beistand.client.ui.viewer;

import org.jspecify.annotations.NullMarked;
