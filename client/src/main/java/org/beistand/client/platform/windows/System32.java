package org.beistand.client.platform.windows;

import org.beistand.client.platform.foreign.NativeLibrary;

/** Windows' own libraries, by their full path: a file of the same name in some other folder is never loaded. */
final class System32 {
    private System32() {}

    static NativeLibrary library(String name) {
        return new NativeLibrary(path(System.getenv("SystemRoot"), name));
    }

    static String path(@org.jspecify.annotations.Nullable String root, String name) {
        return (root == null ? "C:\\Windows" : root) + "\\System32\\" + name + ".dll";
    }
}
