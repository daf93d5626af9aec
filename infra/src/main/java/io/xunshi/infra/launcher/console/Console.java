package io.xunshi.infra.launcher.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the person who started us reads. */
public final class Console {

    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** One finished step, such as {@code ✓ postgres 2.1 s 127.0.0.1:5432}. */
    public void done(String step, Duration took, String detail) {
        line(String.format(Locale.ROOT, "  ✓ %-16s %6.1f s  %s", step, took.toMillis() / 1000.0, detail)
                .stripTrailing());
    }

    /** Does a step and tells how long it took; what the step throws is passed on. */
    public void step(String step, String detail, Runnable action) {
        long begin = System.nanoTime();
        action.run();
        done(step, Duration.ofNanos(System.nanoTime() - begin), detail);
    }

    /** Lines in a frame; only characters of one column's width keep it straight. */
    public void box(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        line("┌" + "─".repeat(width + 2) + "┐");
        lines.forEach(text -> line("│ " + text + " ".repeat(width - text.length()) + " │"));
        line("└" + "─".repeat(width + 2) + "┘");
    }
}
