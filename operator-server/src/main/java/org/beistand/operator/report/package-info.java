/**
 * The report of every session: taken over from the communication server once, kept as a document, and rendered for people and
 * programs. What two witnesses say about the same fact is put side by side, whether they agree or not.
 */
@NullMarked
package org.beistand.operator.report;

import org.jspecify.annotations.NullMarked;
