package org.beistand.client.meeting;

import org.beistand.protocol.value.Endpoint;

/**
 * What the installation put into this client's package (file {@code beistand.json}). The address of the only operator server
 * stands here and nowhere else.
 *
 * @param organisation whose installation it is, shown as the logo's text
 * @param productLine the line in the header, such as "powered by Beistand"
 * @param operator where the operator server is
 * @param passwordRequired whether every session of this installation has a password
 */
public record ClientPackage(String organisation, String productLine, Endpoint operator, boolean passwordRequired) {}
