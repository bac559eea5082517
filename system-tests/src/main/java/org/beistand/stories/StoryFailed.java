package org.beistand.stories;

/** A step of the story did not happen. */
public final class StoryFailed extends Exception {
    public StoryFailed(String what) {
        super(what);
    }
}
