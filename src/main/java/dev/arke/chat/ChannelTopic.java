package dev.arke.chat;

import dev.arke.alert.CleanText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our part of a channel's topic, "[On call: Alice Martin]": found again by its brackets; the rest is other people's. */
public final class ChannelTopic {
    /** Slack's limit; Teams takes more. */
    private static final int LONGEST = 250;

    /** A part shorter than this says nothing. */
    private static final int SHORTEST_PART = 20;

    private static final String START = "[On call: ";
    private static final Pattern PART = Pattern.compile("\\s*\\[On call: [^\\[\\]]*\\]\\s*");

    private ChannelTopic() {}

    /**
     * The topic with these words as our part, where our part was or else before the rest. The rest is never cut: where it
     * leaves no room, it stays alone.
     */
    public static String with(String topic, String words) {
        var rest = without(topic);
        int room = LONGEST - rest.length() - 2;
        if (room < SHORTEST_PART) return rest;
        var plain = CleanText.line(words).replace('[', '(').replace(']', ')');
        var part = START + cut(plain, room - START.length() - 1) + "]";
        var place = PART.matcher(topic);
        if (!place.find()) return (part + " " + rest).strip();
        var before = topic.substring(0, place.start()).strip();
        return (before + " " + part + " " + without(topic.substring(place.end()))).strip();
    }

    /** The topic without any part of ours. */
    public static String without(String topic) {
        return PART.matcher(topic).replaceAll(Matcher.quoteReplacement(" ")).strip();
    }

    /** Whether our part is in it. */
    public static boolean isIn(String topic) {
        return PART.matcher(topic).find();
    }

    private static String cut(String words, int longest) {
        if (words.length() <= longest) return words;
        int end = longest - 1;
        if (Character.isHighSurrogate(words.charAt(end - 1))) end--;
        return words.substring(0, end) + "…";
    }
}
