package org.beistand.client.platform.macos;

/** Where events go, and what has to be known of the machine to make them. */
interface Posting {
    void post(PostedEvent event);

    DisplayMap displays();

    /** Whether some program keeps the keyboard to itself, so that nobody else would hear the security key. */
    boolean isSecurityKeyDeaf();

    /** Of a clock that only goes forward. */
    long nanos();
}
