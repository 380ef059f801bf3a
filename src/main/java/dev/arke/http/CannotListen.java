package dev.arke.http;

/** The address to listen on cannot be had; the message is a sentence that says what to do. */
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
