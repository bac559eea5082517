/**
 * The page of requirements: every statement of the sources with the tests that prove it, written from the table in
 * {@code docs/requirements.tsv} and the tags on the tests, never by hand.
 */
@NullMarked
package org.beistand.requirements;

import org.jspecify.annotations.NullMarked;
