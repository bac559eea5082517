/**
 * The way to a server: a ladder of rungs tried in order, of which direct TCP is the first. Only addresses that the caller names
 * are tried, and a server that cannot prove who it is ends the attempt: there is no weaker way.
 */
@NullMarked
package org.beistand.transport.dial;

import org.jspecify.annotations.NullMarked;
