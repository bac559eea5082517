/**
 * The whole system in one JVM: a real site with real keys, both servers on real sockets with TLS and the embedded database,
 * and two people whose machines are made of memory.
 */
package org.beistand.house;
