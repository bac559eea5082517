/** The product's promises, each as a story with everything real but the two people's machines. */
package org.beistand.stories;
