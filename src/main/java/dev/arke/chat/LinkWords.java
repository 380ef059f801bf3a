package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.chat.ChannelLink.Options;
import java.util.ArrayList;
import java.util.List;

/** A channel's link in words, and as the line that makes it. */
public final class LinkWords {
    private LinkWords() {}

    /** What is linked: "team payments", "service checkout". */
    public record Subject(LinkSubject.Kind kind, String name) {
        /** As it stands in a line. */
        public String typed() {
            return kind.word() + " " + Names.quoted(name);
        }

        /** "team payments", in the words of this reader. */
        public String said(Phrases say) {
            return say.say("room.kind." + kind.word(), name);
        }

        @Override
        public String toString() {
            return kind.word() + " " + name;
        }
    }

    /** The line that gives a link exactly these options, whatever it has now. */
    public static String line(Subject subject, Options options) {
        var line = new ArrayList<String>();
        line.add(Verb.LINK.word());
        line.add(subject.typed());
        line.add("min " + options.lowest().word());
        line.add(options.timeline().word());
        line.add(options.topic() ? "topic" : "no topic");
        line.add(options.group().map(group -> "group " + group.ref()).orElse("no group"));
        line.add(options.handoffs() ? "handoffs" : "no handoffs");
        return String.join(" ", line);
    }

    /** What these options mean, in sentences without an end: "every incident, its timeline in a thread". */
    public static List<String> words(Options options, Phrases say) {
        var words = new ArrayList<String>();
        words.add(
                switch (options.lowest()) {
                    case LOW -> say.say("room.options.all");
                    case MEDIUM, HIGH ->
                        say.say(
                                "room.options.above",
                                IncidentWords.priority(options.lowest(), PagePhrases.in(say.reader())));
                    case URGENT -> say.say("room.options.urgent");
                });
        words.add(
                switch (options.timeline()) {
                    case THREAD -> say.say("room.options.thread");
                    case FLAT -> say.say("room.options.flat");
                });
        if (options.topic()) words.add(say.say("room.options.topic"));
        options.group().ifPresent(group -> words.add(say.say("room.options.group", group.name())));
        words.add(say.say(options.handoffs() ? "room.options.handoffs" : "room.options.quiet"));
        return words;
    }
}
