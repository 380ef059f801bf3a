package dev.arke.card;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Cards as plain text: for mail, SMS, lock screens, logs, and when a platform refuses the rich form. Times in UTC. */
public final class PlainText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK_WITH_SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_AND_CLOCK =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private PlainText() {}

    public static String of(List<Span> spans) {
        return of(spans, Locale.ENGLISH);
    }

    /** With the names of days and months in this language. */
    public static String of(List<Span> spans, Locale language) {
        return spans.stream().map(span -> of(span, language)).collect(Collectors.joining());
    }

    public static String of(Span span) {
        return of(span, Locale.ENGLISH);
    }

    public static String of(Span span, Locale language) {
        return switch (span) {
            case Span.Text text -> text.text();
            case Span.Strong strong -> strong.text();
            case Span.Code code -> code.text();
            case Span.Link link ->
                link.label() + " (" + ReadingOrder.kept(link.to().toString()) + ")";
            case Span.Time time ->
                switch (time.style()) {
                    case CLOCK, RELATIVE -> CLOCK.format(time.at());
                    case CLOCK_WITH_SECONDS -> CLOCK_WITH_SECONDS.format(time.at());
                    case DATE_AND_CLOCK -> DATE_AND_CLOCK.withLocale(language).format(time.at());
                };
            case Span.Mention mention -> mention.name();
        };
    }

    /** The whole card, a line for each paragraph; buttons as the lines to type. */
    public static String of(Card card) {
        return of(card, Locale.ENGLISH);
    }

    /** With the names of days and months in this language. */
    public static String of(Card card, Locale language) {
        var lines = new StringBuilder();
        if (!card.title().isEmpty()) lines.append(of(card.title(), language)).append('\n');
        card.body().forEach(element -> lines.append(of(element, language)));
        card.buttons()
                .forEach(button -> lines.append(button.label())
                        .append(": ")
                        .append(button.line())
                        .append('\n'));
        return lines.toString().strip();
    }

    private static String of(Element element, Locale language) {
        return switch (element) {
            case Element.Paragraph paragraph -> of(paragraph.spans(), language) + "\n";
            case Element.Heading heading -> heading.text() + "\n";
            case Element.Fields fields ->
                fields.fields().stream()
                        .map(field -> field.label() + ": " + of(field.value(), language) + "\n")
                        .collect(Collectors.joining());
            case Element.Lines list ->
                list.lines().stream()
                        .map(line -> "- " + of(line, language) + "\n")
                        .collect(Collectors.joining());
            case Element.Verbatim verbatim -> verbatim.text() + "\n";
            case Element.Context context -> of(context.spans(), language) + "\n";
            case Element.Actions actions ->
                actions.buttons().stream()
                        .map(button -> button.label() + ": " + button.line() + "\n")
                        .collect(Collectors.joining());
            case Element.Divider ignored -> "\n";
            case Element.Picture picture -> picture.alt() + "\n";
            case Element.TextFile file -> file.words() + "\n";
        };
    }
}
