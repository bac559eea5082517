/**
 * The question: somebody asks for a right on this computer, and the person who sits at it answers. Silence is no, the Escape
 * key is no, closing the window is no; yes is only a deliberate press of the one button that says so.
 */
@NullMarked
package org.beistand.client.ui.consent;

import org.jspecify.annotations.NullMarked;
