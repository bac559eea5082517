/** Tickets of the domain: the keytab that reads them, and Kerberos as the JDK speaks it. Nothing here asks the domain anything. */
@NullMarked
package org.beistand.operator.login.kerberos;

import org.jspecify.annotations.NullMarked;
