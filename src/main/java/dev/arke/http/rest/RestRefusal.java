package dev.arke.http.rest;

import dev.arke.http.JsonAnswer;

/** Ends a call with an answer that says what is wrong and what to do. */
final class RestRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JsonAnswer answer;

    private RestRefusal(JsonAnswer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    JsonAnswer answer() {
        return answer;
    }

    static RestRefusal unreadable(String error, String whatNext) {
        return of(400, error, whatNext);
    }

    static RestRefusal forbidden(String sentence) {
        return of(403, sentence, "An admin of Arke makes keys in chat: admin key NAME read|write|admin [TEAM].");
    }

    static RestRefusal unknown(String error, String whatNext) {
        return of(404, error, whatNext);
    }

    /** It could be done in another state of things. */
    static RestRefusal conflict(String error, String whatNext) {
        return of(409, error, whatNext);
    }

    /** The same may work in a moment. */
    static RestRefusal often(String error) {
        return of(429, error, "Send it again in a few seconds.");
    }

    private static RestRefusal of(int status, String error, String whatNext) {
        return new RestRefusal(JsonAnswer.refusal(status, error, whatNext));
    }
}
