package dev.arke.teamfile;

import dev.arke.chat.DurationPhrase;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.PhoneNumbers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How single values are written: empty when a text is none. Beside each, the end of the sentence that says so. */
final class Values {
    static final String NO_ZONE = "no time zone. Write a name such as Europe/Paris or America/New_York.";
    static final String NO_DURATION = "no length of time. Write for example 30s, 5m, 2h or 1d.";
    static final String NOT_OFTEN = "no length of time from 1m to 1d.";
    static final String NO_START = "no start. Write a date and a time such as 2026-01-05T09:00.";
    static final String NO_DATE = "no date. Write for example 2026-01-05.";
    static final String NO_CALENDAR =
            "this is no http or https address of a calendar. Write one such as https://calendar.example.com/alice.ics.";
    static final String NO_PHONE = "no phone number. Write it with + and the country's code, such as +33600000001.";
    static final String NO_LANGUAGE = "no language that I speak. Write en or fr.";
    static final String NO_MAIL = "no mail address. Write for example alice@example.com.";
    static final String NO_SLACK_MEMBER =
            "no Slack member ID. It begins with U; find it in Slack under the person's profile, Copy member ID.";
    static final String NO_TEAMS_PERSON = "neither a mail address nor the object ID of a Microsoft Entra account.";
    static final String NO_SANDBOX_NAME = "no name in the sandbox. Use letters, digits, dashes and underscores.";

    private static final Pattern MAIL = Pattern.compile("[^@\\s<>,]+@[^@\\s<>,]+");
    /** One that is not the home workspace is named. */
    private static final String WORKSPACE = "(?:[TE][A-Z0-9]{1,30}/)?";

    private static final Pattern SLACK_MEMBER = Pattern.compile(WORKSPACE + "[UW][A-Z0-9]{1,30}");
    private static final Pattern SLACK_CHANNEL = Pattern.compile(WORKSPACE + "[CG][A-Z0-9]{1,30}");
    private static final Pattern TEAMS_CHANNEL = Pattern.compile("19:[^\\s@]+@thread\\.\\w+");
    private static final Pattern OBJECT_ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern SANDBOX = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,63}");
    private static final int LONGEST_MAIL = 254;
    private static final int MOST_MAILS = 10;

    private Values() {}

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** From 0 s. */
    static Optional<Duration> duration(String text) {
        var words = List.of(text.split("\\s+"));
        return DurationPhrase.read(words)
                .filter(read -> read.words() == words.size())
                .map(DurationPhrase.Read::length);
    }

    /** From 1 minute to a day. */
    static Optional<Duration> oftenEnough(String text) {
        return duration(text)
                .filter(length ->
                        length.compareTo(Duration.ofMinutes(1)) >= 0 && length.compareTo(Duration.ofDays(1)) <= 0);
    }

    /** From 1 s. */
    static Optional<Duration> someTime(String text) {
        return duration(text).filter(Duration::isPositive);
    }

    static Optional<LocalDateTime> start(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** 0 to 100. */
    static Optional<Integer> count(String text) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) <= 100
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    static Optional<String> phone(String text) {
        return PhoneNumbers.e164(text);
    }

    static Optional<String> mail(String text) {
        return matching(MAIL, text).filter(mail -> mail.length() <= LONGEST_MAIL);
    }

    /** The addresses of a list, each once. */
    static List<String> mails(Section section, String field, Problems problems) {
        var mails = new ArrayList<String>();
        for (var word : section.words(field))
            section.parsed(word, Values::mail, NO_MAIL).ifPresent(mail -> {
                if (mails.stream().anyMatch(mail::equalsIgnoreCase))
                    problems.add(word.place(), mail + " stands in this list twice.");
                else mails.add(mail);
            });
        if (mails.size() > MOST_MAILS)
            problems.add(section.place(field), "at most " + MOST_MAILS + " addresses can stand here.");
        return mails;
    }

    static Optional<String> slackMember(String text) {
        return matching(SLACK_MEMBER, text);
    }

    static Optional<String> teamsPerson(String text) {
        return matching(OBJECT_ID, text).or(() -> mail(text));
    }

    static Optional<String> sandboxName(String text) {
        return matching(SANDBOX, text);
    }

    /** The channel of a platform; a sandbox channel may be written with its #. */
    static Optional<ChannelAddress> channel(ContactKind platform, String text) {
        var address = switch (platform) {
            case SLACK -> matching(SLACK_CHANNEL, text);
            case TEAMS -> matching(TEAMS_CHANNEL, text);
            case SANDBOX -> sandboxName(text.startsWith("#") ? text.substring(1) : text);
            case EMAIL, SMS, CALL, WEBHOOK -> Optional.<String>empty();
        };
        return address.map(found -> new ChannelAddress(platform, found));
    }

    static String noChannel(ContactKind platform) {
        return switch (platform) {
            case SLACK -> "no Slack channel ID. It begins with C; find it in Slack under the channel's details.";
            case TEAMS -> "no Teams channel ID. It looks like 19:…@thread.tacv2; copy it from the channel's link.";
            case SANDBOX -> "no name of a sandbox channel. Write for example payments.";
            case EMAIL, SMS, CALL, WEBHOOK -> "no channel: channels are in slack, teams or sandbox.";
        };
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
