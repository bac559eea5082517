/**
 * Somebody at work on a desktop: a program that draws the same pictures for everybody who shows that desktop to somebody else.
 * Which picture it is depends on nothing but the scene and its number, so that the bench can draw it again and compare.
 */
@NullMarked
package org.beistand.benchmarks.player;

import org.jspecify.annotations.NullMarked;
