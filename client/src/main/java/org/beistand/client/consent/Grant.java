package org.beistand.client.consent;

import java.time.Instant;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/**
 * A right that the owner of this computer gave to one participant.
 *
 * @param epoch names this one grant and no other of this session
 * @param expires when it ends by itself
 */
public record Grant(ParticipantId holder, Permission permission, int epoch, Instant expires) {}
