@NullMarked
package org.beistand.client.platform.macos;

import org.jspecify.annotations.NullMarked;
