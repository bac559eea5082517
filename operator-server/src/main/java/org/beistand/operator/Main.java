package org.beistand.operator;

import org.beistand.operator.command.CommandLines;

/** {@code operator}, {@code site}, {@code users} and {@code reports}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.make().execute(arguments));
    }
}
