package dev.arke.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The peer of {@link DueSteps}: as many tasks that do nothing, fetched and locked in batches by 16 threads. */
final class DbScheduler {
    private static final int THREADS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String TABLE =
            "create table scheduled_tasks (task_name text not null, task_instance text not null, task_data bytea,"
                + " execution_time timestamp with time zone not null, picked boolean not null, picked_by text,"
                + " last_success timestamp with time zone, last_failure timestamp with time zone, consecutive_failures"
                + " int, last_heartbeat timestamp with time zone, version bigint not null, priority smallint, primary"
                + " key (task_name, task_instance)); create index execution_time_idx on scheduled_tasks"
                + " (execution_time)";

    private DbScheduler() {}

    private static String tasks(int count) {
        return ("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) select"
            + " 'step', cast(n as text), current_timestamp + case when mod(n, 2) = 0 then interval '-1' hour else"
            + " interval '1' day end, false, 1 from generate_series(1, %d) s(n)")
                .formatted(count);
    }

    static void run(Benchmark.Bench bench, int due) throws SQLException, InterruptedException {
        var settings = bench.databases().next();
        var config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(THREADS + 4);
        var done = new AtomicInteger();
        try (var pool = new HikariDataSource(config)) {
            try (var connection = pool.getConnection()) {
                Copies.run(connection, TABLE);
                Copies.run(connection, tasks(2 * due));
                Copies.run(connection, "analyze");
            }
            var step = Tasks.oneTime("step").execute((task, context) -> done.incrementAndGet());
            var scheduler = Scheduler.create(pool, step)
                    .pollUsingLockAndFetch(0.5, 4.0)
                    .threads(THREADS)
                    .pollingInterval(Duration.ofMillis(10))
                    .build();
            long begun = System.nanoTime();
            scheduler.start();
            while (left(pool) > due && System.nanoTime() - begun < PATIENCE.toNanos()) TimeUnit.MILLISECONDS.sleep(20);
            double seconds = (System.nanoTime() - begun) / 1e9;
            scheduler.stop();
            bench.report().row("db-scheduler, lock and fetch, empty tasks", Goal.none("tasks/s"), done.get() / seconds);
            bench.report().row("db-scheduler, tasks that ran", Goal.none("of " + due), done.get());
        }
    }

    private static long left(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from scheduled_tasks")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
