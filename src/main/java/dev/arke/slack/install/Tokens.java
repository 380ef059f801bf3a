package dev.arke.slack.install;

import java.util.Optional;

/** The tokens of an installation, as its sealed text holds them: the bot's, and on a second line the one that renews it. */
final class Tokens {
    private final Seal seal;

    Tokens(Seal seal) {
        this.seal = seal;
    }

    String sealed(String access, Optional<String> refresh) {
        return seal.seal(access + "\n" + refresh.orElse(""));
    }

    /** Empty when the client secret has changed since. */
    Optional<String> access(String sealed) {
        return seal.open(sealed).map(text -> text.substring(0, text.indexOf('\n')));
    }

    Optional<String> refresh(String sealed) {
        return seal.open(sealed)
                .map(text -> text.substring(text.indexOf('\n') + 1))
                .filter(token -> !token.isEmpty());
    }
}
