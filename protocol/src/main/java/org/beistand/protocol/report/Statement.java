package org.beistand.protocol.report;

import java.util.List;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Variant;

/** What a witness says about the session; the report is made of these and of what the communication server counted. */
public sealed interface Statement
        permits ChannelOpened,
                ChannelEnded,
                CheckConcluded,
                RightAsked,
                RightAllowed,
                RightRefused,
                RightEnded,
                ActionsRefused,
                PauseBegan,
                PauseEnded,
                FileEnded,
                PasswordConcluded,
                ShareChosen {
    Codec<Statement> CODEC = Codec.oneOf(List.of(
            new Variant<>(1, ChannelOpened.class, ChannelOpened.CODEC),
            new Variant<>(2, ChannelEnded.class, ChannelEnded.CODEC),
            new Variant<>(3, CheckConcluded.class, CheckConcluded.CODEC),
            new Variant<>(4, RightAsked.class, RightAsked.CODEC),
            new Variant<>(5, RightAllowed.class, RightAllowed.CODEC),
            new Variant<>(6, RightRefused.class, RightRefused.CODEC),
            new Variant<>(7, RightEnded.class, RightEnded.CODEC),
            new Variant<>(8, ActionsRefused.class, ActionsRefused.CODEC),
            new Variant<>(9, PauseBegan.class, PauseBegan.CODEC),
            new Variant<>(10, PauseEnded.class, PauseEnded.CODEC),
            new Variant<>(11, FileEnded.class, FileEnded.CODEC),
            new Variant<>(12, PasswordConcluded.class, PasswordConcluded.CODEC),
            new Variant<>(13, ShareChosen.class, ShareChosen.CODEC)));
}
