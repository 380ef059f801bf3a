package dev.arke.bench;

import java.util.concurrent.Callable;

/** The process ends with its benchmark, whatever that throws: what it has started would keep it alive for ever. */
final class Ending {
    private Ending() {}

    /** With 0 when it answers that all is good, else with 1. */
    static void with(Callable<Boolean> benchmark) {
        int code = 1;
        try {
            code = benchmark.call() ? 0 : 1;
        } catch (Exception | Error e) {
            System.err.println("FAILED");
            e.printStackTrace();
        } finally {
            System.exit(code);
        }
    }
}
