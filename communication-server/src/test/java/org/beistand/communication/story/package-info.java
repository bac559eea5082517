/** A communication server with everything around it in the test's hand: clock, scheduler, network, people. */
@NullMarked
package org.beistand.communication.story;

import org.jspecify.annotations.NullMarked;
