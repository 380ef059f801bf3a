package dev.arke.chat;

import dev.arke.page.Instead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one wants when too many pages come by one way, as one types it: {@code more than 3 sms in 10m use email}; {@code more than sms off}. */
public final class InsteadPhrase {
    public static final String EXAMPLE = "more than 3 sms in 10m use email";

    private static final Pattern WISH = Pattern.compile(
            "more than ([0-9]{1,3}) ([a-z]+)(?: pages?)? (?:in|within) ([0-9a-z ]+?)[:,]? (?:use |then )?([a-z]+)");
    private static final Pattern OFF = Pattern.compile("more than (?:any )?([a-z]+) (?:off|as usual)");

    private InsteadPhrase() {}

    /** Empty when it is none. */
    public static Optional<PagingWish> read(String text) {
        var off = OFF.matcher(text);
        if (off.matches()) return RulePhrase.via(off.group(1)).map(PagingWish.HoweverMany::new);
        var found = WISH.matcher(text);
        if (!found.matches()) return Optional.empty();
        int most = Integer.parseInt(found.group(1));
        var via = RulePhrase.via(found.group(2));
        var then = RulePhrase.via(found.group(4));
        var within = within(List.of(found.group(3).split(" ", -1)));
        boolean isGood = most >= 1 && most <= Instead.MOST && !via.equals(then);
        if (!isGood || via.isEmpty() || then.isEmpty()) return Optional.empty();
        return within.map(time -> new PagingWish.WhenMany(new Instead(via.get(), most, time, then.get())));
    }

    private static Optional<Duration> within(List<String> words) {
        return DurationPhrase.read(words)
                .filter(read -> read.words() == words.size())
                .map(DurationPhrase.Read::length)
                .filter(length -> length.compareTo(Instead.SHORTEST) >= 0 && length.compareTo(Instead.LONGEST) <= 0);
    }

    /** As {@link #read} reads it. */
    public static String of(Instead wish) {
        return "more than " + wish.most() + " " + wish.via().word() + " in " + RulePhrase.length(wish.within())
                + " use " + wish.then().word();
    }
}
