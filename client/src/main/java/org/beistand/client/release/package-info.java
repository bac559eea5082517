/**
 * What may be seen and touched. A permitted picture becomes {@link org.beistand.client.release.Released} only while the
 * picture is not paused; a permitted input only where it does not land in a window of our own. Input is released and acted on
 * in one step under the gate's lock, so that the security key beats whatever is queued.
 */
@NullMarked
package org.beistand.client.release;

import org.jspecify.annotations.NullMarked;
