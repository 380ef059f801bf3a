package dev.arke.testkit.slack;

import java.util.List;

/** The answer {@code {"ok": false, "error": …}}. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> details;

    Refused(String code) {
        this(code, List.of());
    }

    Refused(String code, List<String> details) {
        super(code + " " + details, null, false, false);
        this.code = code;
        this.details = List.copyOf(details);
    }

    String code() {
        return code;
    }

    List<String> details() {
        return details;
    }
}
