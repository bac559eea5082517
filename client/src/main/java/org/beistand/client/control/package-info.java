/** Mouse and keyboard from afar, on the machine that is operated: each input through the gate, one after the other. */
@NullMarked
package org.beistand.client.control;

import org.jspecify.annotations.NullMarked;
