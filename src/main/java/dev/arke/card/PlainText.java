package dev.arke.card;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Cards as plain text: for mail, SMS, lock screens, logs, and when a platform refuses the rich form. Times stand in the
 * reader's zone, with its offset.
 */
public final class PlainText {
    private static final DateTimeFormatter CLOCK = withOffset("HH:mm");
    private static final DateTimeFormatter CLOCK_WITH_SECONDS = withOffset("HH:mm:ss");
    private static final DateTimeFormatter DATE_AND_CLOCK = withOffset("EEE d MMM yyyy HH:mm");

    private PlainText() {}

    /** "09:10 UTC", "10:10 UTC+1", "14:40 UTC+5:30". */
    private static DateTimeFormatter withOffset(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern + " 'UTC'")
                .appendOffset("+H:mm", "")
                .toFormatter(Locale.ROOT);
    }

    public static String of(List<Span> spans) {
        return of(spans, Reader.ANYBODY);
    }

    /** For this reader. */
    public static String of(List<Span> spans, Reader reader) {
        return spans.stream().map(span -> of(span, reader)).collect(Collectors.joining());
    }

    public static String of(Span span) {
        return of(span, Reader.ANYBODY);
    }

    public static String of(Span span, Reader reader) {
        return switch (span) {
            case Span.Text text -> text.text();
            case Span.Strong strong -> strong.text();
            case Span.Code code -> code.text();
            case Span.Link link ->
                link.label() + " (" + ReadingOrder.kept(link.to().toString()) + ")";
            case Span.Time time ->
                switch (time.style()) {
                    case CLOCK, RELATIVE -> said(CLOCK, time.at(), reader);
                    case CLOCK_WITH_SECONDS -> said(CLOCK_WITH_SECONDS, time.at(), reader);
                    case DATE_AND_CLOCK -> said(DATE_AND_CLOCK, time.at(), reader);
                };
            case Span.Mention mention -> mention.name();
        };
    }

    private static String said(DateTimeFormatter format, Instant at, Reader reader) {
        return format.withLocale(reader.language()).format(at.atZone(reader.zone()));
    }

    /** The whole card, a line for each paragraph; buttons as the lines to type. */
    public static String of(Card card) {
        return of(card, Reader.ANYBODY);
    }

    /** For this reader. */
    public static String of(Card card, Reader reader) {
        var lines = new StringBuilder();
        if (!card.title().isEmpty()) lines.append(of(card.title(), reader)).append('\n');
        card.body().forEach(element -> lines.append(of(element, reader)));
        card.buttons()
                .forEach(button -> lines.append(button.label())
                        .append(": ")
                        .append(button.line())
                        .append('\n'));
        return lines.toString().strip();
    }

    private static String of(Element element, Reader reader) {
        return switch (element) {
            case Element.Paragraph paragraph -> of(paragraph.spans(), reader) + "\n";
            case Element.Heading heading -> heading.text() + "\n";
            case Element.Fields fields ->
                fields.fields().stream()
                        .map(field -> field.label() + ": " + of(field.value(), reader) + "\n")
                        .collect(Collectors.joining());
            case Element.Lines list ->
                list.lines().stream()
                        .map(line -> "- " + of(line, reader) + "\n")
                        .collect(Collectors.joining());
            case Element.Verbatim verbatim -> verbatim.text() + "\n";
            case Element.Context context -> of(context.spans(), reader) + "\n";
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
