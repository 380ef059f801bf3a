package dev.arke.slack.install;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Who may install Arke in one more workspace, and that who comes back from Slack is who went there. Nothing of it is
 * stored: a pass is its end and a signature by the client secret, so whoever runs Arke can make one.
 */
public final class Passes {
    private static final Duration LINK = Duration.ofHours(1);
    private static final Duration VISIT = Duration.ofMinutes(10);

    private final Seal seal;

    public Passes(String clientSecret, SecureRandom random) {
        this(new Seal(clientSecret, random));
    }

    Passes(Seal seal) {
        this.seal = seal;
    }

    /** For the link that an admin opens or hands to the workspace's admin; good for an hour. */
    public String link(Instant now) {
        return signed("install", now.plus(LINK));
    }

    boolean isGoodLink(String pass, Instant now) {
        return isGood("install", pass, now);
    }

    /** What Slack hands back, bound to the browser that has {@code cookie}; good for 10 minutes. */
    String state(String cookie, Instant now) {
        return signed("visit " + cookie, now.plus(VISIT));
    }

    boolean isGoodState(String state, String cookie, Instant now) {
        return !cookie.isBlank() && isGood("visit " + cookie, state, now);
    }

    private String signed(String what, Instant end) {
        return end.getEpochSecond() + "." + seal.sign(what + " " + end.getEpochSecond());
    }

    private boolean isGood(String what, String pass, Instant now) {
        int dot = pass.indexOf('.');
        if (dot < 1) return false;
        try {
            var end = Instant.ofEpochSecond(Long.parseLong(pass.substring(0, dot)));
            return now.isBefore(end) && seal.isSigned(what + " " + end.getEpochSecond(), pass.substring(dot + 1));
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }
}
