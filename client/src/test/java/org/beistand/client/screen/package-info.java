/** Screens that draw themselves, and what encoder and decoder must make of them. */
package org.beistand.client.screen;
