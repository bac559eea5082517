package org.beistand.benchmarks.player;

import java.util.Locale;

/** What is played. Whether it counts as a moving one, and what it is. */
public enum Scenes {
    TYPING(true, "somebody types into an editor, eight signs a second"),
    SCROLL(true, "a page with text and photographs is scrolled"),
    DRAG(true, "a window with text is dragged over a photograph"),
    DIALOGS(true, "dialogs open, move and close over a microscope's picture with the noise of its sensor"),
    SLIDES(true, "slides follow each other with a fade of ten pictures"),
    VIDEO(true, "a noisy film of 640 x 360 plays in a page of text"),
    IDLE(false, "nothing happens"),
    TURNING(false, "pages over the whole screen, two a second; only while the latency is measured");

    private final boolean moving;
    private final String story;

    Scenes(boolean moving, String story) {
        this.moving = moving;
        this.story = story;
    }

    public boolean isMoving() {
        return moving;
    }

    public String story() {
        return story;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scenes named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public Scene draw() {
        return switch (this) {
            case TYPING -> new Typing();
            case SCROLL -> new Scrolling();
            case DRAG -> new Dragging();
            case DIALOGS -> new Dialogs();
            case SLIDES -> new Slides();
            case VIDEO -> new Video();
            case IDLE -> new Idle();
            case TURNING -> new Turning();
        };
    }
}
