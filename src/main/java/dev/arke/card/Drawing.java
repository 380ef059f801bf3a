package dev.arke.card;

/** What a picture shows. */
public sealed interface Drawing permits Timeline, BarChart {
    /** The words above it. */
    String heading();
}
