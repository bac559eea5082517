/**
 * What two participants say to each other inside the seal. Only clients see this package and those beneath it.
 */
@NullMarked
package org.beistand.protocol.session;

import org.jspecify.annotations.NullMarked;
