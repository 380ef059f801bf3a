package dev.arke.chat;

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
    public static List<String> words(Options options) {
        var words = new ArrayList<String>();
        words.add(
                switch (options.lowest()) {
                    case LOW -> "incidents of every priority";
                    case MEDIUM, HIGH -> "incidents of " + options.lowest().word() + " priority and above";
                    case URGENT -> "urgent incidents only";
                });
        words.add(
                switch (options.timeline()) {
                    case THREAD -> "their timeline in threads";
                    case FLAT -> "changes of their state as posts of their own";
                });
        if (options.topic()) words.add("the topic says who is on call");
        options.group().ifPresent(group -> words.add("the group @" + group.name() + " is whoever is on call"));
        words.add(options.handoffs() ? "handoffs are announced" : "handoffs are not announced");
        return words;
    }
}
