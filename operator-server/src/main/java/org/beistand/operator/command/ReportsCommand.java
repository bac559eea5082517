package org.beistand.operator.command;

import picocli.CommandLine.Command;

@Command(name = "reports", description = "Lists and shows the reports of sessions.", mixinStandardHelpOptions = true)
final class ReportsCommand implements Runnable {
    @Override
    public void run() {}
}
