package dev.arke.mail;

import dev.arke.chat.Letter.Writer;
import java.util.List;
import java.util.Set;

/** Whether a person or a machine wrote a mail, by the headers that machines put into theirs (RFC 3834, and older customs). */
final class MailWriter {
    /** What answers by itself says so in one of these. */
    private static final List<String> ANSWERING =
            List.of("X-Autoreply", "X-Autorespond", "X-Autoresponse", "X-Auto-Reply-From", "X-Failed-Recipients");

    /** What nobody writes by hand has one of these. */
    private static final List<String> SENDING = List.of("X-Auto-Response-Suppress", "List-Id", "List-Unsubscribe");

    private static final Set<String> BULK = Set.of("bulk", "junk", "list");
    private static final List<String> DAEMONS = List.of("mailer-daemon@", "postmaster@");

    private MailWriter() {}

    static Writer of(Headers headers) {
        var submitted = headers.word("Auto-Submitted");
        var precedence = headers.word("Precedence");
        boolean answers = submitted.startsWith("auto-replied")
                || precedence.equals("auto_reply")
                || hasAny(headers, ANSWERING)
                || headers.word("Content-Type").startsWith("multipart/report");
        if (answers) return Writer.AUTOREPLY;
        var from = headers.word("From");
        boolean isMachine = (!submitted.isEmpty() && !submitted.startsWith("no"))
                || BULK.contains(precedence)
                || hasAny(headers, SENDING)
                || headers.word("Return-Path").equals("<>")
                || DAEMONS.stream().anyMatch(from::contains);
        return isMachine ? Writer.MACHINE : Writer.PERSON;
    }

    private static boolean hasAny(Headers headers, List<String> names) {
        return names.stream().anyMatch(name -> !headers.all(name).isEmpty());
    }
}
