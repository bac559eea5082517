/**
 * Mouse and keyboard, from the person who was allowed to the owner's machine.
 */
@NullMarked
package org.beistand.protocol.session.control;

import org.jspecify.annotations.NullMarked;
