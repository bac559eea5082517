/** The choice of the adapter, tried with machines of every kind. */
@NullMarked
package org.beistand.client.platform;

import org.jspecify.annotations.NullMarked;
