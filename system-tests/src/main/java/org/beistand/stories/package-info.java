/**
 * Whole sessions, played as people would: real servers and real programs as processes of their own, two desktops, and hands
 * that click and type where eyes see a control. Nothing here reaches into a program other than by looking at its windows.
 */
@NullMarked
package org.beistand.stories;

import org.jspecify.annotations.NullMarked;
