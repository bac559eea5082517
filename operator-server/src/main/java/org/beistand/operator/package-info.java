/**
 * The operator server: who may meet, and where. It knows the users, gives out numbers, sends people to a communication server
 * with a ticket, and keeps the reports. It never sees what is said in a session.
 */
@NullMarked
package org.beistand.operator;

import org.jspecify.annotations.NullMarked;
