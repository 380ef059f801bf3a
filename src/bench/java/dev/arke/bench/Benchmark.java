package dev.arke.bench;

/** Something that is measured on one engine at a time. */
interface Benchmark {
    /** Measures, prints its rows and says what was lost or doubled. */
    void run(Bench bench) throws Exception;

    /** What it is given. {@code isShort}: a few seconds, to see that nothing is lost; its figures say nothing. */
    record Bench(boolean h2, boolean isShort, BenchDatabase databases, Report report) {
        String engine() {
            return h2 ? "H2" : "PostgreSQL";
        }

        /** One of two sizes. */
        int size(int inFull, int inShort) {
            return isShort ? inShort : inFull;
        }
    }
}
