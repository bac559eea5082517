@NullMarked
package org.beistand.client.platform.windows;

import org.jspecify.annotations.NullMarked;
