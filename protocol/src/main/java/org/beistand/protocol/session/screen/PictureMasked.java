package org.beistand.protocol.session.screen;

import org.beistand.protocol.value.ShareKind;
import org.beistand.protocol.wire.Codec;

/** What of the owner's screen can be seen from here on; in place of the rest the picture is grey.
 *
 * @param background whether the desktop's background is shown too
 * @param taskbar whether the taskbar is shown too
 */
public record PictureMasked(int epoch, ShareKind kind, boolean background, boolean taskbar) implements ScreenMessage {
    public static final Codec<PictureMasked> CODEC = Codec.of(
            Codec.I32,
            PictureMasked::epoch,
            ShareKind.CODEC,
            PictureMasked::kind,
            Codec.BOOL,
            PictureMasked::background,
            Codec.BOOL,
            PictureMasked::taskbar,
            PictureMasked::new);

    /** Whether nothing is hidden but the owner's own windows of this program. */
    public boolean isWhole() {
        return kind == ShareKind.EVERYTHING && background && taskbar;
    }
}
