package org.beistand.requirements;

import java.nio.file.Path;

/**
 * A test that carries the id of a requirement.
 *
 * @param id such as {@code 001-67}
 * @param test {@code Class.method}, or the class alone where all of it is the proof
 */
record Proof(String id, String test, Path file) {}
