/**
 * Files between two people. A transfer exists only under one right, its files are named before the first byte, both sides see
 * how far it is and can end it, and what did not arrive whole and right leaves nothing behind. Nothing is ever overwritten and
 * no name leads out of the folder that the receiver chose.
 */
@NullMarked
package org.beistand.client.files;

import org.jspecify.annotations.NullMarked;
