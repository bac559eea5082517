package org.beistand.client.platform.macos;

/** Hears every key of the machine before programs do. All but {@link #end} is called on one thread, which does nothing else. */
interface KeyTap {
    /** Told on that thread; the whole machine waits meanwhile. */
    interface Ear {
        /** @return whether the press is kept from programs */
        boolean pressed(int code, boolean repeated);

        /** Something may not have been heard. */
        void wasDeaf();
    }

    /** @return false if the person has not allowed it */
    boolean open(Ear ear);

    /** Listens until the end. */
    void listen();

    void end();
}
