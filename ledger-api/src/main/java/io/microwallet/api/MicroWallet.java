package io.microwallet.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the service: every way to start it is a subcommand. */
@Command(name = "microwallet", mixinStandardHelpOptions = true, description = "A payments ledger.")
public final class MicroWallet implements Runnable {

    public static void main(String[] args) {
        System.exit(new CommandLine(new MicroWallet()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
