package dev.arke.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Our own sentences for a reader, from a resource bundle. {@code {0}} in one of them stands for what is put in, as it is:
 * nothing in that is looked at again.
 */
public final class Phrases {
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final ResourceBundle bundle;
    private final Reader reader;

    private Phrases(ResourceBundle bundle, Reader reader) {
        this.bundle = bundle;
        this.reader = reader;
    }

    /** Of this bundle; in English where it has nothing in that language. */
    public static Phrases of(String bundle, Reader reader) {
        return new Phrases(ResourceBundle.getBundle(bundle, reader.language(), CONTROL), reader);
    }

    /** The same, where nobody's zone is known. */
    public static Phrases of(String bundle, Locale language) {
        return of(bundle, new Reader(language, Reader.ANYBODY.zone()));
    }

    public Reader reader() {
        return reader;
    }

    public Locale language() {
        return reader.language();
    }

    public String say(String key, Object... parts) {
        return PlainText.of(
                spans(
                        key,
                        Stream.of(parts).map(part -> Span.text(part.toString())).toArray(Span[]::new)),
                reader);
    }

    /** {@code {0}} is the count; its sentence for one, in French for none too, ends in {@code .one}. {@code others} follow. */
    public String count(String key, int count, Object... others) {
        boolean isSingular =
                count == 1 || (count == 0 && language().getLanguage().equals("fr"));
        return say(
                isSingular ? key + ".one" : key,
                Stream.concat(Stream.of(count), Stream.of(others)).toArray());
    }

    /** "a, b and c": the last of them joined by the sentence of {@code and}. */
    public List<Span> together(String and, List<List<Span>> parts) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < parts.size() - 1; i++) {
            if (i > 0) spans.add(Span.text(", "));
            spans.addAll(parts.get(i));
        }
        if (parts.isEmpty()) return spans;
        return parts.size() == 1 ? parts.getLast() : spans(and, List.of(spans, parts.getLast()));
    }

    public List<Span> spans(String key, Span... parts) {
        return spans(key, Stream.of(parts).map(List::of).toList());
    }

    /** {@code parts}: each of several spans. */
    public List<Span> spans(String key, List<List<Span>> parts) {
        var pattern = bundle.getString(key);
        var spans = new ArrayList<Span>();
        var place = PLACE.matcher(pattern);
        int at = 0;
        while (place.find()) {
            if (place.start() > at) add(Span.text(pattern.substring(at, place.start())), spans);
            parts.get(Integer.parseInt(place.group(1))).forEach(span -> add(span, spans));
            at = place.end();
        }
        if (at < pattern.length()) add(Span.text(pattern.substring(at)), spans);
        return spans;
    }

    /** Words beside words are one run. */
    private static void add(Span span, List<Span> spans) {
        if (span instanceof Span.Text(var words)
                && !spans.isEmpty()
                && spans.getLast() instanceof Span.Text(var before))
            spans.set(spans.size() - 1, Span.text(before + words));
        else spans.add(span);
    }
}
