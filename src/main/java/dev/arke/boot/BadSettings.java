package dev.arke.boot;

import java.util.List;

/** Settings with which Arke does not start: all that is wrong, a line each. */
final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSettings(List<String> problems) {
        super("Arke cannot start with these settings:\n  - " + String.join("\n  - ", problems));
    }
}
