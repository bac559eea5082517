/**
 * The way into a session: the installation's own addresses, the operator server's answer, the communication server's door.
 * No argument, link or message can name another server than those of the package (001-95, 001-96).
 */
@NullMarked
package org.beistand.client.meeting;

import org.jspecify.annotations.NullMarked;
