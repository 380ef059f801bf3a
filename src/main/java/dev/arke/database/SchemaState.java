package dev.arke.database;

/** How a database's schema stands beside the migrations of this jar, as a look at it found; a look changes nothing. */
public sealed interface SchemaState {
    record UpToDate() implements SchemaState {}

    /** The next start runs this many migrations. */
    record Behind(int migrations) implements SchemaState {}

    /** A newer Arke has run this many migrations that this jar does not know. */
    record Newer(int migrations) implements SchemaState {}

    /** This jar will not start on it; {@code problem} says why. */
    record Unfit(String problem) implements SchemaState {}
}
