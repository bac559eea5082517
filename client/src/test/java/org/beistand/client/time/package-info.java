/** Time in the test's hand. */
package org.beistand.client.time;
