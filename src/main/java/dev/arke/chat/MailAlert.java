package dev.arke.chat;

import dev.arke.alert.Alert;
import dev.arke.alert.CleanText;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A mail as an alert: its subject says what is wrong, its text the details. The same subject from the same sender is the same
 * alert again, unless a route of the integration makes the key otherwise. Pure.
 */
public final class MailAlert {
    private static final String LEFT_OUT = "\n\n(The mail goes on; the rest of it is in the mailbox.)";
    private static final int ROOM = Alert.DETAILS_LIMIT - LEFT_OUT.length();

    /** What mail programs put before a subject, in some languages. */
    private static final Pattern ANSWERED =
            Pattern.compile("(?i)^\\s*((re|fwd?|aw|wg|tr|rv|sv|vs)\\s*(\\[\\d+])?\\s*:\\s*)+");

    private MailAlert() {}

    public static Alert of(Letter letter) {
        var from = letter.from().orElse("");
        var subject = CleanText.line(ANSWERED.matcher(letter.subject()).replaceFirst(""))
                .strip();
        var summary = subject.isEmpty() ? firstLine(letter) : subject;
        var labels = new TreeMap<>(Map.of("from", from, "subject", subject));
        return Alert.firing("", summary).details(details(letter)).labels(labels).toAlert();
    }

    private static String firstLine(Letter letter) {
        return letter.text()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseGet(() -> "A mail without words"
                        + letter.from().map(who -> " from " + who).orElse(""));
    }

    private static String details(Letter letter) {
        var text = letter.text().strip();
        return text.length() <= Alert.DETAILS_LIMIT && !letter.isCut() ? text : CleanText.cut(text, ROOM) + LEFT_OUT;
    }
}
