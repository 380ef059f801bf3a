package dev.arke.alert;

import java.time.Instant;
import java.util.UUID;

/** A body that came under a valid key and could not be taken: what was wrong, and the body as it came, cut at 64 KiB. */
public record UnreadableRequest(
        UUID id, UUID integrationId, Instant receivedAt, int status, String problem, String body) {
    private static final int BODY_LIMIT = 65_536;
    private static final int PROBLEM_LIMIT = 1000;

    public UnreadableRequest {
        // PostgreSQL's text takes no NUL.
        body = cut(body, BODY_LIMIT).replace('\0', '\uFFFD');
        problem = cut(problem, PROBLEM_LIMIT).replace('\0', '\uFFFD');
    }

    private static String cut(String text, int limit) {
        return text.length() > limit ? text.substring(0, limit) : text;
    }
}
