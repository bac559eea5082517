package org.beistand.operator.login;

/**
 * What the site demands of everybody.
 *
 * @param entitlementRequired whether training, briefing and undertaking must be valid
 * @param secondFactorRequired whether every user of our own needs a second factor
 * @param disablingEndsSessions whether the running sessions of a user end when he is disabled
 */
public record Policy(boolean entitlementRequired, boolean secondFactorRequired, boolean disablingEndsSessions) {}
