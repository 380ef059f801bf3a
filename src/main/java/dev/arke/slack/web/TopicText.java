package dev.arke.slack.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A topic as Slack writes it, changed as people read it: an escaped ampersand is one sign, and what Slack made of a link or
 * a channel's name (in angle brackets) stays whole, as one sign that nobody types.
 */
final class TopicText {
    private static final Pattern LINK = Pattern.compile("<[^<>]+>");
    private static final int FIRST_PRIVATE = 0xE000;
    private static final int MOST_LINKS = 0x1000;

    private TopicText() {}

    static String change(String written, UnaryOperator<String> change) {
        var links = new ArrayList<String>();
        var plain = LINK.matcher(written).replaceAll(found -> {
            if (links.size() == MOST_LINKS) return Matcher.quoteReplacement(found.group());
            links.add(found.group());
            return String.valueOf((char) (FIRST_PRIVATE + links.size() - 1));
        });
        var changed =
                change.apply(plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        return withLinks(changed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), links);
    }

    private static String withLinks(String text, List<String> links) {
        var whole = text;
        for (int i = 0; i < links.size(); i++)
            whole = whole.replace(String.valueOf((char) (FIRST_PRIVATE + i)), links.get(i));
        return whole;
    }
}
