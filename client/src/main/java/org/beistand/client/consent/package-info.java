/**
 * The gate. Nothing on this computer acts for somebody else unless the {@link org.beistand.client.consent.Gate} made a
 * {@link org.beistand.client.consent.Permitted} of it, and it makes one only under a grant that the owner gave, that she has
 * not taken back, that has not run out, and that the action names by its epoch. The default is no; silence is no.
 */
@NullMarked
package org.beistand.client.consent;

import org.jspecify.annotations.NullMarked;
