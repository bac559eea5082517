/**
 * What may be seen and touched. The raw picture of the screen never leaves this package: what does is a
 * {@link org.beistand.client.release.MaskedPicture}, and it becomes {@link org.beistand.client.release.Released} only while the
 * picture is not paused and the same is shared as when it was masked; a permitted input only where it does not land in a window
 * of our own. Input is released and acted on in one step under the gate's lock, so that the security key beats whatever is
 * queued.
 */
@NullMarked
package org.beistand.client.release;

import org.jspecify.annotations.NullMarked;
