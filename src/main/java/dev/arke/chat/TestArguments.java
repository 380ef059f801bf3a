package dev.arke.chat;

import dev.arke.responder.ContactKind;
import dev.arke.responder.PhoneNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows test: nothing, or a way of contact, and an address where somebody has several of a kind. */
final class TestArguments {
    private TestArguments() {}

    static Parsed read(Words words) {
        var texts = words.texts();
        if (texts.isEmpty()) return new Parsed.Understood(new Command.Test(Set.of(), Optional.empty()));
        var by = texts.getFirst().equalsIgnoreCase("by") && texts.size() > 1 ? texts.subList(1, texts.size()) : texts;
        var kinds = kinds(by.getFirst().toLowerCase(Locale.ROOT));
        var said = String.join(" ", by.subList(1, by.size()));
        if (kinds.isEmpty()) return Parsed.Misunderstood.of("test.way", "test sms");
        return new Parsed.Understood(new Command.Test(
                kinds, Optional.of(said).filter(text -> !text.isEmpty()).map(text -> address(kinds, text))));
    }

    private static Set<ContactKind> kinds(String word) {
        var own = ContactArguments.kinds(word);
        if (!own.isEmpty()) return Set.copyOf(own);
        if (word.equals("chat"))
            return Arrays.stream(ContactKind.values())
                    .filter(ContactKind::isChat)
                    .collect(Collectors.toUnmodifiableSet());
        return ContactKind.parse(word).map(Set::of).orElse(Set.of());
    }

    /** As it is kept: numbers are typed in many ways. */
    private static String address(Set<ContactKind> kinds, String said) {
        boolean isPhone = List.of(ContactKind.SMS, ContactKind.CALL).containsAll(kinds);
        return isPhone ? PhoneNumbers.e164(said).orElse(said) : said;
    }
}
