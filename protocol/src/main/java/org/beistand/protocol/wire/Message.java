package org.beistand.protocol.wire;

/** Everything that can be said. Each family is a sealed interface beneath this one, with a {@link Vocabulary} of its own. */
public interface Message {}
