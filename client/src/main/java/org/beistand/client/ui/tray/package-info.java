/**
 * The monitor tray: who is there, who sees the screen, who operates the computer, which files move; and the ways to stop each
 * of it, all at once or one by one.
 */
@NullMarked
package org.beistand.client.ui.tray;

import org.jspecify.annotations.NullMarked;
