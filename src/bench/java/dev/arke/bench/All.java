package dev.arke.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every benchmark. Without arguments each has a process of its own on each engine, as long as it takes; {@code short} runs
 * a few seconds of each in this process, to see that nothing is lost; names, {@code h2} and {@code postgres} choose.
 */
public final class All {
    private static final List<String> ENGINES = List.of("h2", "postgres");

    private static final Map<String, Supplier<Benchmark>> BENCHMARKS = benchmarks();

    /** Those that have arguments and tables of their own. */
    private static final List<Class<?>> OTHERS = List.of(Burst.class, SlackGestures.class);

    private All() {}

    private static Map<String, Supplier<Benchmark>> benchmarks() {
        var all = new LinkedHashMap<String, Supplier<Benchmark>>();
        all.put("calibration", Calibration::new);
        all.put("intake", Intake::new);
        all.put("latency", Latency::new);
        all.put("due", DueSteps::new);
        all.put("lateness", Lateness::new);
        all.put("restart", Restart::new);
        all.put("idle", Idle::new);
        all.put("who", Who::new);
        all.put("teams", TeamsLoad::new);
        all.put("reach", Reach::new);
        all.put("month", Month::new);
        all.put("fill", Fill::new);
        all.put("picture", Picture::new);
        return all;
    }

    public static void main(String[] args) {
        Ending.with(() -> run(args));
    }

    private static boolean run(String... args) throws Exception {
        var asked = Arrays.asList(args);
        var known = Stream.of(BENCHMARKS.keySet(), ENGINES, List.of("short"))
                .flatMap(Collection::stream)
                .toList();
        for (var word : asked)
            if (!known.contains(word)) throw new IllegalArgumentException(word + " is none of " + known);
        boolean isShort = asked.contains("short");
        var engines = chosen(ENGINES, asked);
        var names = chosen(List.copyOf(BENCHMARKS.keySet()), asked);
        boolean inThisProcess = isShort || (names.size() == 1 && engines.size() == 1);
        return inThisProcess ? here(names, engines, isShort) : apart(names, engines, asked.isEmpty());
    }

    /** Those that were named, else all. */
    private static List<String> chosen(List<String> all, List<String> asked) {
        var named = all.stream().filter(asked::contains).toList();
        return named.isEmpty() ? all : named;
    }

    private static boolean here(List<String> names, List<String> engines, boolean isShort) throws Exception {
        var report = new Report();
        for (var engine : engines) {
            boolean h2 = engine.equals("h2");
            try (var databases = new BenchDatabase(h2)) {
                report.say(databases.settings() + "; " + Machine.describe(databases.directory()));
                for (var one : BENCHMARKS.entrySet())
                    if (names.contains(one.getKey()))
                        one.getValue().get().run(new Benchmark.Bench(h2, isShort, databases, report));
            }
        }
        report.say(
                report.isClean()
                        ? "nothing was lost, nothing was doubled"
                        : "FAILED: " + String.join("; ", report.wrong()));
        return report.isClean();
    }

    private static boolean apart(List<String> names, List<String> engines, boolean withOthers) throws Exception {
        boolean good = true;
        for (var name : names) for (var engine : engines) good &= process(All.class, name, engine) == 0;
        if (withOthers) for (var other : OTHERS) good &= process(other) == 0;
        return good;
    }

    private static int process(Class<?> main, String... args) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        Stream.of(args).forEach(command::add);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
