/**
 * What the witnesses of a session state about it, and the report that comes of it.
 */
@NullMarked
package org.beistand.protocol.report;

import org.jspecify.annotations.NullMarked;
