@NullMarked
package org.beistand.client.platform.pixels;

import org.jspecify.annotations.NullMarked;
