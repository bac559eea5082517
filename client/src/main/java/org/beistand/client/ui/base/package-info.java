/**
 * What every window is made of: words in the person's language, colours by role, icons, time, and the list of our own
 * windows, which nobody may operate from afar.
 */
@NullMarked
package org.beistand.client.ui.base;

import org.jspecify.annotations.NullMarked;
