/**
 * Files in either direction, each transfer under one right.
 */
@NullMarked
package org.beistand.protocol.session.files;

import org.jspecify.annotations.NullMarked;
