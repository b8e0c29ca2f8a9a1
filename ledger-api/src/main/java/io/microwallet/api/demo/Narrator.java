package io.microwallet.api.demo;

import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/** Tells what happens as it happens, and keeps count of what did not go as it should. */
final class Narrator {
    private final PrintStream out;
    private int surprises;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void scene(String title) {
        out.println();
        out.println(Ansi.AUTO.string("@|bold " + title + "|@"));
    }

    void say(String line, Object... values) {
        out.println("  " + line.formatted(values));
        out.flush();
    }

    /** Text of several lines, as it stands. */
    void show(String text) {
        out.print(text.indent(2));
        out.flush();
    }

    /** Says the line with a tick, or with a cross where it does not hold. */
    void expect(boolean holds, String line, Object... values) {
        var mark = holds ? Ansi.AUTO.string("@|green ✓|@ ") : Ansi.AUTO.string("@|bold,red ✗|@ ");
        out.println("  " + mark + line.formatted(values) + (holds ? "" : "  <- NOT WHAT SHOULD HAPPEN"));
        out.flush();
        if (!holds) {
            surprises++;
        }
    }

    /** How many expectations did not hold. */
    int surprises() {
        return surprises;
    }
}
