/**
 * The clipboard's text, once for each explicit act.
 */
@NullMarked
package org.beistand.protocol.session.clipboard;

import org.jspecify.annotations.NullMarked;
