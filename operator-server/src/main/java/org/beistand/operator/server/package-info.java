/**
 * The connections. The certificate at the other end decides who speaks and what may be said; one request is worked on at a time;
 * whoever says something out of turn is disconnected.
 */
@NullMarked
package org.beistand.operator.server;

import org.jspecify.annotations.NullMarked;
