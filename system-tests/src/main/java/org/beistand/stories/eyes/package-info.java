/**
 * Eyes for a program that has none for screen readers on Linux: an agent beside the program, which says where a control is and
 * what it reads, and can do nothing else. It is put into the programs by the stories only.
 */
@NullMarked
package org.beistand.stories.eyes;

import org.jspecify.annotations.NullMarked;
