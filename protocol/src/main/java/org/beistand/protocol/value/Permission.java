package org.beistand.protocol.value;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** What the owner of a computer can allow another participant, one by one. The default is no. */
public enum Permission implements Coded {
    /** See the owner's screen. */
    VIEW_SCREEN(1), // 001-53
    /** Move the owner's pointer and press her keys. */
    REMOTE_CONTROL(2), // 001-54
    /** Put the named files into a folder of the owner's. */
    SEND_FILE(3), // 001-55
    /** Receive the files that the owner chooses. */
    TAKE_FILE(4),
    /** Replace the text in the owner's clipboard. */
    PUT_CLIPBOARD(5),
    /** Read the text in the owner's clipboard. */
    TAKE_CLIPBOARD(6);

    public static final Codec<Permission> CODEC = Codec.coded(Permission.class);

    private final int code;

    Permission(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
