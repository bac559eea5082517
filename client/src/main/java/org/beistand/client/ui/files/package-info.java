/** Files on their way, in plain sight, and the way to stop them. */
@NullMarked
package org.beistand.client.ui.files;

import org.jspecify.annotations.NullMarked;
