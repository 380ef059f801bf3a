package dev.arke.boot;

/** Why Arke does not start, in a sentence that says what to do. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }
}
