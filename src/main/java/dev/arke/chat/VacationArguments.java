package dev.arke.chat;

import dev.arke.chat.Parsed.FormWanted;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What follows vacation: the first and the last day, and perhaps who. */
final class VacationArguments {
    private static final String EXAMPLE = "vacation 2027-08-02 to 2027-08-15";

    private final ChatContext context;

    private VacationArguments(ChatContext context) {
        this.context = context;
    }

    static Parsed read(Words words, ChatContext context) {
        if (words.isEmpty()) return new FormWanted(Verb.VACATION, Map.of());
        return new VacationArguments(context).read(words);
    }

    private Parsed read(Words words) {
        if (words.first().says("import")) return calendar(words.after(1));
        var cancels = words.first().says("cancel") || words.first().says("remove");
        var rest = (cancels ? words.after(1) : words).skip("from").skip("of").skip("on");
        var texts = DaysPhrase.apart(rest.texts());
        var first = texts.isEmpty()
                ? Optional.<LocalDate>empty()
                : day(texts.getFirst(), context.now().atZone(context.zone()).toLocalDate());
        if (first.isEmpty()) return unclear(cancels, "vacation.days");
        if (cancels) return new Parsed.Understood(new Command.VacationOver(first.get(), who(rest.after(1))));
        if (texts.size() < 2 || !DaysPhrase.ENDS.contains(texts.get(1)))
            return new Parsed.Understood(new Command.Vacation(first.get(), first.get(), who(rest.after(1))));
        var last = texts.size() < 3 ? Optional.<LocalDate>empty() : day(texts.get(2), first.get());
        if (last.isEmpty()) return unclear(false, "vacation.until");
        var inOneWord = rest.first().text().contains("..");
        return new Parsed.Understood(new Command.Vacation(first.get(), last.get(), who(rest.after(inOneWord ? 1 : 3))));
    }

    private Parsed calendar(Words words) {
        if (words.isEmpty()) return new Parsed.Understood(new Command.ImportFile(Optional.empty()));
        if (words.first().says("file")) return new Parsed.Understood(new Command.ImportFile(who(words.after(1))));
        if (words.first().says("stop")) return new Parsed.Understood(new Command.StopImport(who(words.after(1))));
        var address = words.first().text().replaceFirst("^<([^|>]*)(\\|[^>]*)?>$", "$1");
        if (!address.contains("://")) return unclearImport();
        return new Parsed.Understood(new Command.ImportVacations(address, who(words.after(1))));
    }

    private static Parsed unclearImport() {
        return Parsed.Misunderstood.of("vacation.calendar", "vacation import https://calendar.example.com/alice.ics");
    }

    private Optional<LocalDate> day(String word, LocalDate from) {
        return TimePhrase.readDay(word, context.zone(), context.now(), from);
    }

    private static Optional<Reference> who(Words words) {
        var name = words.skip("for");
        if (name.isEmpty()) return Optional.empty();
        return Optional.of(name.first().named());
    }

    private static Parsed unclear(boolean cancels, String key) {
        return Parsed.Misunderstood.of(key, cancels ? "vacation cancel 2027-08-02" : EXAMPLE);
    }
}
