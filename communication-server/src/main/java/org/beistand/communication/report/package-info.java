/**
 * What is known about each session, written down while it happens: a journal on disk for every session, of which the report is
 * made when the session is over, or after a restart when this server was killed. A report stays in the spool until the operator
 * server has taken it. No session is held of which no report could be written. // 001-74
 */
@NullMarked
package org.beistand.communication.report;

import org.jspecify.annotations.NullMarked;
