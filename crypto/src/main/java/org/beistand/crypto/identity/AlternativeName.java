package org.beistand.crypto.identity;

/** The kinds of alternative names, as RFC 5280 numbers them. */
final class AlternativeName {
    static final int DNS = 2;
    static final int URI = 6;
    static final int ADDRESS = 7;

    private AlternativeName() {}
}
