package dev.arke.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote themselves in a reply by mail: without what they answer, which programs put below or above it in many
 * ways, and without their signature. Pure.
 */
public final class ReplyText {
    private static final int LONGEST_INTRODUCTION = 4;

    private static final Pattern QUOTE = Pattern.compile("\\s*>.*");

    /** "-----Original Message-----" in any language, "___" of Outlook, and "-- " before a signature (RFC 3676, 4.3). */
    private static final Pattern END = Pattern.compile("_{8,}|[-_=*]{10,}");

    private static final String DASHES = "---";

    /** Headers of the mail that is answered, as Outlook writes them: the first is the sender in any of these languages. */
    private static final Pattern FROM =
            Pattern.compile("\\s*\\*?(From|Von|De|Da|Van|Från|Fra|Od|Kimden|Lähettäjä|差出人|发件人)\\s?:\\*?\\s?.+");

    private static final Pattern HEADER = Pattern.compile("\\s*\\*?[\\p{L} ]{2,20}\\s?:\\*?\\s?.+");

    private static final Pattern DEVICE = Pattern.compile(
            "\\s*(Sent from (my|Outlook|Mail|Yahoo|Proton).*|Get Outlook for .*|Von meinem .+ gesendet\\.?|Gesendet"
                + " (von|mit) .*|Envoyé (de|depuis) mon .*|Enviado desde mi .*|Inviato da(l mio)? .*|Verstuurd vanaf"
                + " .*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ReplyText() {}

    public static String of(String text) {
        var lines = text.lines().toList();
        var kept = new ArrayList<String>();
        for (int at = 0; at < lines.size(); at++) {
            if (endsAt(lines, at)) break;
            var line = lines.get(at);
            if (!QUOTE.matcher(line).matches() && !DEVICE.matcher(line).matches()) kept.add(line.stripTrailing());
        }
        return String.join("\n", kept).strip();
    }

    private static boolean endsAt(List<String> lines, int at) {
        var line = lines.get(at);
        if (line.isBlank() || QUOTE.matcher(line).matches()) return false;
        return isBorder(line) || beginsHeaders(lines, at) || introducesQuote(lines, at);
    }

    private static boolean isBorder(String line) {
        var drawn = line.strip();
        return END.matcher(drawn).matches()
                || (drawn.length() >= 2 * DASHES.length() && drawn.startsWith(DASHES) && drawn.endsWith(DASHES))
                || (line.startsWith("--") && drawn.equals("--") && line.length() <= 3);
    }

    private static boolean beginsHeaders(List<String> lines, int at) {
        return FROM.matcher(lines.get(at)).matches()
                && at + 2 < lines.size()
                && HEADER.matcher(lines.get(at + 1)).matches()
                && HEADER.matcher(lines.get(at + 2)).matches();
    }

    /** A few lines which end with a colon, and the next one that is not blank is quoted. */
    private static boolean introducesQuote(List<String> lines, int at) {
        var introduction = new StringBuilder();
        for (int next = at; next < lines.size() && next < at + LONGEST_INTRODUCTION; next++) {
            if (lines.get(next).isBlank()) return false;
            introduction.append(lines.get(next)).append('\n');
            if (isIntroduction(introduction.toString().strip()) && isQuoted(lines, next + 1)) return true;
        }
        return false;
    }

    /** "On Monday, Arke wrote:" in any language, which ends with a colon and has an address or a date in it. */
    private static boolean isIntroduction(String text) {
        return (text.endsWith(":") || text.endsWith("：")) && text.chars().anyMatch(c -> c == '@' || isDigit(c));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isQuoted(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> QUOTE.matcher(line).matches())
                .isPresent();
    }
}
