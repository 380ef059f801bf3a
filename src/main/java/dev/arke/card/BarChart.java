package dev.arke.card;

import java.util.List;

/** Bars beside each other to compare: a row for each person, its parts end to end, {@code words} behind them. */
public record BarChart(String heading, List<String> parts, List<Row> rows) implements Drawing {
    public BarChart {
        heading = ReadingOrder.kept(heading);
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        for (var row : rows)
            if (row.values().size() != parts.size()) throw new IllegalArgumentException("a value for each part");
    }

    /** {@code values}: of each part, at least 0, in one unit. */
    public record Row(String label, List<Double> values, String words) {
        public Row {
            label = ReadingOrder.kept(label);
            values = List.copyOf(values);
            words = ReadingOrder.kept(words);
            if (values.stream().anyMatch(value -> value < 0)) throw new IllegalArgumentException("no bar is negative");
        }

        public double sum() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
