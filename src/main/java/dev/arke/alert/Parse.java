package dev.arke.alert;

/** A piece of configuration that was read, or why it could not be. */
public sealed interface Parse<T> {
    record Good<T>(T value) implements Parse<T> {}

    /** A sentence for the person who wrote it, with what to write instead. */
    record Bad<T>(String problem) implements Parse<T> {}
}
