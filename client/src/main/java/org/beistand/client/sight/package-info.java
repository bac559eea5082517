/**
 * What is seen at a place of a screen. Whoever clicks from afar says with it what he saw around the pointer; before it acts, the
 * owner's side looks at the real screen once more and stops the click if the place shows something else. It protects people
 * from accidents: a program that lies about what it saw gains nothing but what it was allowed anyway.
 */
@NullMarked
package org.beistand.client.sight;

import org.jspecify.annotations.NullMarked;
