package dev.arke.chat;

import dev.arke.card.Button;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one parser of chat lines, for every platform, for buttons and for typed text alike. Pure: it says what a line
 * asks for and does nothing. Threads may share it.
 */
public final class CommandParser {
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}-]+");

    /** Understands a line as the platform delivered it, with or without the root command or a mention of Arke. */
    public Parsed parse(String line, ChatContext context) {
        var text = DeliveredText.of(line, context);
        var addressed = Addressed.in(text, context);
        var words = Words.of(text, addressed.start(), addressed.end());
        if (words.isEmpty()) return new Parsed.Understood(new Command.Overview());
        var first = words.first();
        if (first.reference().isPresent())
            return noCommand(first.reference().get().shown());
        var glued = gluedVerb(first);
        if (glued.isPresent()) {
            int after =
                    afterPause(text.text(), first.start() + glued.get().word().length());
            return arguments(glued.get().verb(), Words.of(text, after, addressed.end()), context);
        }
        return unknown(first, words, context);
    }

    /** The plain text that something stands for which a platform delivered with its markup. */
    public static String plain(String delivered, ChatContext context) {
        return DeliveredText.of(delivered, context).text();
    }

    /**
     * Whether a line asks for something, rightly or nearly so: it begins with a verb or what may be one misspelled, or
     * it addresses Arke. Such a line is never mere talk.
     */
    public boolean isMeantAsCommand(String line, ChatContext context) {
        var text = DeliveredText.of(line, context);
        var addressed = Addressed.in(text, context);
        boolean isAddressed = addressed.start()
                        > WordReader.skipBlanks(text.text(), 0, text.text().length())
                || addressed.end() < text.text().length();
        var words = Words.of(text, addressed.start(), addressed.end());
        if (isAddressed || words.isEmpty()) return true;
        if (words.first().reference().isPresent()) return false;
        var typed = WordReader.withoutPause(words.first().plain());
        return gluedVerb(words.first()).isPresent()
                || Verb.find(typed).isPresent()
                || !Suggestions.near(typed).isEmpty();
    }

    private record Glued(Verb verb, String word) {}

    /** The verb that begins the first word: "ack", "ack#1042", "ack:". */
    private static Optional<Glued> gluedVerb(Words.Word first) {
        var letters = LETTERS.matcher(first.plain());
        if (!letters.lookingAt() || first.quoted()) return Optional.empty();
        return Verb.find(letters.group()).map(verb -> new Glued(verb, letters.group()));
    }

    /** Behind the colon of "ack: 1042" and the question mark of "who?". */
    private static int afterPause(String text, int from) {
        int at = from;
        while (at < text.length() && WordReader.isPause(text.charAt(at))) at++;
        return at;
    }

    private static Parsed arguments(Verb verb, Words words, ChatContext context) {
        return switch (verb) {
            case OVERVIEW -> alone(verb, words, new Command.Overview());
            case ME -> RuleArguments.read(words);
            case TEST -> TestArguments.read(words);
            case CONNECT -> ConnectArguments.connect(words);
            case DISCONNECT -> ConnectArguments.disconnect(words);
            case HELP -> help(words);
            case WHO -> LookArguments.who(words, context);
            case NEXT -> LookArguments.next(words);
            case SHIFTS -> ShiftArguments.read(words, context);
            case ROTATION -> RotationArguments.read(words, context);
            case ROSTER -> RosterArguments.read(words);
            case CALENDAR -> CalendarArguments.calendar(words);
            case REPORT -> ReportArguments.read(words, context);
            case TAKE -> CoverArguments.take(words, context);
            case COVER, OVERRIDE -> CoverArguments.cover(verb, words, context);
            case VACATION -> VacationArguments.read(words, context);
            case SWAP -> RequestArguments.swap(words, context);
            case ACCEPT -> RequestArguments.accept(words);
            case DECLINE -> RequestArguments.decline(words);
            case UNDO -> CoverArguments.undo(words);
            case FEED -> FeedArguments.read(words);
            case ADMIN -> AdminArguments.read(words);
            case LIST -> LookArguments.list(words);
            case SIMULATE -> LookArguments.simulate(words, context);
            case LINK -> LinkArguments.link(words);
            case UNLINK -> LinkArguments.unlink(words);
            case PAGE -> PeopleArguments.page(words);
            case REASSIGN -> PeopleArguments.reassign(words, context);
            case ADD -> PeopleArguments.add(words, context);
            case ASK -> QuestionArguments.ask(words, context);
            case ANSWER -> QuestionArguments.answer(words, context);
            case SHOW -> IncidentArguments.show(words, context);
            case ACKNOWLEDGE -> IncidentArguments.command(verb, words, context, Command.Acknowledge::new);
            case UNACKNOWLEDGE -> IncidentArguments.command(verb, words, context, Command.Unacknowledge::new);
            case REOPEN -> IncidentArguments.command(verb, words, context, Command.Reopen::new);
            case ESCALATE -> IncidentArguments.command(verb, words, context, Command.Escalate::new);
            case ROOM -> IncidentArguments.room(words, context);
            case RESOLVE -> IncidentArguments.resolve(words, context);
            case NOTE -> IncidentArguments.note(words, context);
            case MERGE -> IncidentArguments.merge(words, context);
            case PRIORITY -> IncidentArguments.priority(words, context);
            case SNOOZE -> SnoozeArguments.read(words, context);
        };
    }

    private static Parsed alone(Verb verb, Words words, Command command) {
        if (words.isEmpty()) return new Parsed.Understood(command);
        return new Parsed.Misunderstood(
                Complaint.of("nothing.after", verb.word()), verb.word(), List.of(Button.of(verb.word(), verb.word())));
    }

    private static Parsed help(Words words) {
        if (words.isEmpty()) return new Parsed.Understood(new Command.Help(Optional.empty()));
        var topic = WordReader.withoutPause(words.first().plain());
        return Verb.find(topic)
                .<Parsed>map(verb -> new Parsed.Understood(new Command.Help(Optional.of(verb))))
                .orElseGet(() -> {
                    var lines = Suggestions.near(topic).stream()
                            .map(near -> "help " + near)
                            .toList();
                    return lines.isEmpty() ? noCommand(topic) : new Parsed.DidYouMean(Shown.word(topic), lines);
                });
    }

    private static Parsed unknown(Words.Word first, Words words, ChatContext context) {
        var typed = WordReader.withoutPause(first.plain());
        if (typed.isEmpty() && first.plain().contains("?")) return help(words.after(1));
        var incident = IncidentNumbers.number(typed);
        if (incident.isPresent()) return bareNumber(incident.get(), context);
        var exact = Verb.find(typed);
        if (exact.isPresent()) return arguments(exact.get(), words.after(1), context);
        var near = Suggestions.near(typed);
        var kept = words.after(1).asDelivered();
        var lines = near.stream().map(word -> (word + " " + kept).strip()).toList();
        if (near.isEmpty()) return noCommand(first.text());
        if (!lines.stream().allMatch(Shown::fitsButton))
            return Parsed.Misunderstood.of("no.command", near.getFirst(), Shown.word(typed));
        return new Parsed.DidYouMean(Shown.word(typed), lines);
    }

    private static Parsed bareNumber(long incident, ChatContext context) {
        var grammar = GrammarPhrases.in(context.reader());
        return new Parsed.Misunderstood(
                Complaint.of("bare.number", incident),
                "show " + incident,
                List.of(
                        Button.of(grammar.say("bare.number.show"), "show " + incident),
                        Button.of(grammar.say("bare.number.ack"), "ack " + incident)));
    }

    private static Parsed noCommand(String typed) {
        return Parsed.Misunderstood.of("no.command", Verb.HELP.word(), Shown.word(typed));
    }
}
