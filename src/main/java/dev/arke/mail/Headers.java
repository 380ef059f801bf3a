package dev.arke.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.List;
import java.util.Locale;

/** The headers of a mail, as they came. */
record Headers(Part mail) {
    List<String> all(String name) {
        try {
            var values = mail.getHeader(name);
            return values == null ? List.of() : List.of(values);
        } catch (MessagingException e) {
            return List.of();
        }
    }

    /** The first of this name, or nothing. */
    String first(String name) {
        var all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** The same without blanks around it, in lower case. */
    String word(String name) {
        return first(name).strip().toLowerCase(Locale.ROOT);
    }
}
