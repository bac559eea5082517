/**
 * Who may come in. The operator server has named the person in a signed ticket; this package looks at the ticket and at the
 * certificate of the connection that it came on, and mints {@link org.beistand.communication.admission.Admitted}. Whatever is
 * wrong with a ticket, the answer is the same, so that nobody learns from it.
 */
@NullMarked
package org.beistand.communication.admission;

import org.jspecify.annotations.NullMarked;
