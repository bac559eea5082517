/**
 * How words become bytes. A message exists in one record and one {@link org.beistand.protocol.wire.Row row} of a
 * {@link org.beistand.protocol.wire.Vocabulary}; everything about it (number, who may send it, when, with which right, how
 * large) is read from that row by both sides. All reading is bounded before anything is allocated, and no byte may be left
 * over.
 */
@NullMarked
package org.beistand.protocol.wire;

import org.jspecify.annotations.NullMarked;
