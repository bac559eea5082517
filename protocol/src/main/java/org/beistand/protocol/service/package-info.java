/**
 * What the two servers say to each other: tickets, and the report of every session.
 */
@NullMarked
package org.beistand.protocol.service;

import org.jspecify.annotations.NullMarked;
