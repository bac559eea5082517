/** What both programs do before their first window and after the last one. */
@NullMarked
package org.beistand.client.start;

import org.jspecify.annotations.NullMarked;
