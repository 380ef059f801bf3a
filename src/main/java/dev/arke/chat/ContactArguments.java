package dev.arke.chat;

import dev.arke.responder.ContactKind;
import dev.arke.responder.PhoneNumbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What follows me add, me remove and me verify: a way of contact with its address, or a code. */
final class ContactArguments {
    private static final Set<String> DEEDS = Set.of("add", "remove", "verify");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>,]{1,64}@[^@\\s<>,]{1,189}");
    private static final String EXAMPLE = "me add phone +33600000001";

    private ContactArguments() {}

    static boolean begin(Words words) {
        return DEEDS.stream().anyMatch(words.first()::says);
    }

    static Parsed read(Words words) {
        var deed = words.first();
        var rest = words.after(1);
        var texts = rest.texts();
        if (deed.says("verify")) {
            var code = String.join("", texts).replace("-", "");
            return CODE.matcher(code).matches()
                    ? new Parsed.Understood(new Command.OwnContact(ContactDeed.VERIFY, List.of(), code))
                    : Parsed.Misunderstood.of("contact.code", "me verify 123456");
        }
        var kinds = texts.isEmpty() ? List.<ContactKind>of() : kinds(texts.getFirst());
        if (kinds.isEmpty()) return Parsed.Misunderstood.of("contact.way", EXAMPLE);
        var said = String.join(" ", texts.subList(1, texts.size()));
        var address = kinds.equals(List.of(ContactKind.EMAIL)) ? mail(said) : PhoneNumbers.e164(said);
        if (address.isEmpty()) return Parsed.Misunderstood.of(problem(kinds, said), EXAMPLE);
        return new Parsed.Understood(
                new Command.OwnContact(deed.says("add") ? ContactDeed.ADD : ContactDeed.REMOVE, kinds, address.get()));
    }

    static List<ContactKind> kinds(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "email", "mail" -> List.of(ContactKind.EMAIL);
            case "sms", "text" -> List.of(ContactKind.SMS);
            case "call" -> List.of(ContactKind.CALL);
            case "phone" -> List.of(ContactKind.SMS, ContactKind.CALL);
            default -> List.of();
        };
    }

    private static Optional<String> mail(String said) {
        return Optional.of(said).filter(text -> MAIL.matcher(text).matches());
    }

    private static Complaint problem(List<ContactKind> kinds, String said) {
        if (kinds.equals(List.of(ContactKind.EMAIL))) return Complaint.of("contact.mail", said);
        return PhoneNumbers.read(said) instanceof PhoneNumbers.Read.Wrong(var what)
                ? Complaint.of("contact.phone.wrong", said, what)
                : Complaint.of("contact.phone", said);
    }
}
