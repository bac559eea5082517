/** What happened lately, each once, in one sentence with its code. */
@NullMarked
package org.beistand.client.ui.notices;

import org.jspecify.annotations.NullMarked;
