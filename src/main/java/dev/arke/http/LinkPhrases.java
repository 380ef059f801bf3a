package dev.arke.http;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;
import dev.arke.responder.Language;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of the pages behind links. */
final class LinkPhrases {
    private static final List<Locale> SPOKEN =
            Stream.of(Language.values()).map(Language::locale).toList();

    private LinkPhrases() {}

    static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.http.link", reader);
    }

    /** Where nobody knows whose the link is: as the browser asks for it (RFC 9110, 12.5.4). */
    static Phrases asked(Context ctx) {
        var language = Optional.ofNullable(ctx.header("Accept-Language")).flatMap(LinkPhrases::first);
        return in(new Reader(language.orElse(Reader.ANYBODY.language()), Reader.ANYBODY.zone()));
    }

    private static Optional<Locale> first(String ranges) {
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(ranges), SPOKEN));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
