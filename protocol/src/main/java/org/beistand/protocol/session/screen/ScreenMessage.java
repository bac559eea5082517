package org.beistand.protocol.session.screen;

import org.beistand.protocol.session.SessionMessage;

/** The picture of the owner's screen, and what the viewer says about it. */
public sealed interface ScreenMessage extends SessionMessage
        permits ScreenStarted,
                FramePart,
                FrameShown,
                PointerPlaced,
                PointerShaped,
                MonitorsTold,
                PicturePaused,
                PictureResumed,
                InputStopped,
                PictureMasked {}
