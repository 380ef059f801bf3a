package dev.arke.chat;

import dev.arke.page.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Quiet hours as one types them: {@code 22:00-07:00}, {@code 22 to 7}; off. */
public final class QuietPhrase {
    private static final Pattern HOURS =
            Pattern.compile("([0-9]{1,2})(?::([0-9]{2}))?\\s*(?:-|–|to|until)\\s*([0-9]{1,2})(?::([0-9]{2}))?");

    private QuietPhrase() {}

    /** Empty when it is none; inside empty for none at all. */
    public static Optional<Optional<QuietHours>> read(String text) {
        if (text.equals("off") || text.equals("never") || text.equals("none")) return Optional.of(Optional.empty());
        var found = HOURS.matcher(text);
        if (!found.matches()) return Optional.empty();
        try {
            var from = time(found.group(1), found.group(2));
            var to = time(found.group(3), found.group(4));
            return from.equals(to) ? Optional.empty() : Optional.of(Optional.of(new QuietHours(from, to)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute));
    }
}
