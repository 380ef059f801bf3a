package dev.arke.bench;

import java.util.Locale;

/** What a figure must reach at least and what it is meant to reach; {@code floor} below {@code ambition}: more is better. */
record Goal(double floor, double ambition, String unit) {
    /** A figure that is told for comparison only. */
    static Goal none(String unit) {
        return new Goal(Double.NaN, Double.NaN, unit);
    }

    String words() {
        return Double.isNaN(floor) ? "" : number(floor) + " -> " + number(ambition) + " " + unit;
    }

    String verdict(double measured) {
        if (Double.isNaN(floor)) return "";
        if (reaches(ambition, measured)) return "ambition";
        return reaches(floor, measured) ? "floor" : "BELOW";
    }

    private boolean reaches(double aim, double measured) {
        return ambition > floor ? measured >= aim : measured <= aim;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value)
                .replaceFirst("\\.00$", "");
    }
}
