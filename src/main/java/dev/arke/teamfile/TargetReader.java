package dev.arke.teamfile;

import dev.arke.calendar.Role;
import dev.arke.engine.people.DesiredState.Whom;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads whom a step pages: alice, primary of payments, roster main of payments, channel slack:C0PAY, webhook https://…. */
final class TargetReader {
    static final List<ContactKind> PLATFORMS = List.of(ContactKind.SLACK, ContactKind.TEAMS, ContactKind.SANDBOX);

    /** As an outbox row keeps it. */
    private static final int LONGEST_WEBHOOK = 290;

    private final Names people;
    private final Names teams;
    private final Map<String, Names> rosters;
    private final Problems problems;

    TargetReader(Names people, Names teams, Map<String, Names> rosters, Problems problems) {
        this.people = people;
        this.teams = teams;
        this.rosters = rosters;
        this.problems = problems;
    }

    List<Whom> read(List<Tree.Scalar> words) {
        return words.stream().flatMap(word -> read(word).stream()).toList();
    }

    private Optional<Whom> read(Tree.Scalar target) {
        var words = target.text().strip().split("\\s+");
        var first = words[0].toLowerCase(Locale.ROOT);
        boolean of = words.length > 2 && words[words.length - 2].equalsIgnoreCase("of");
        if (words.length == 1) return people.resolve(target).map(Whom.Responder::new);
        if (words.length == 2 && first.equals("channel")) return channel(words[1], target.place());
        if (words.length == 2 && first.equals("webhook")) return webhook(words[1], target.place());
        if (words.length == 4 && of && first.equals("roster")) return roster(words[1], words[3], target.place());
        if (words.length == 3 && of) return dutyOf(words[0], words[2], target.place());
        problems.add(
                target.place(),
                "“" + target.text() + "” is nobody to page. Write a name, primary of TEAM, roster NAME of TEAM,"
                        + " channel slack:C0PAY or webhook https://….");
        return Optional.empty();
    }

    private Optional<Whom> dutyOf(String role, String team, Place place) {
        var duty = duty(role);
        if (duty.isEmpty())
            problems.add(place, "nobody can be paged as " + role + ". Write a duty such as primary or secondary.");
        var name = teams.resolve(team, place);
        return duty.isEmpty() ? Optional.empty() : name.map(found -> new Whom.DutyOf(duty.get(), found));
    }

    private Optional<Whom> roster(String roster, String team, Place place) {
        var name = teams.resolve(team, place);
        if (name.isEmpty()) return Optional.empty();
        return rosters.getOrDefault(Names.plain(name.get()), new Names("roster", problems))
                .resolve(roster, place)
                .map(found -> new Whom.RosterOf(found, name.get()));
    }

    private Optional<Whom> channel(String text, Place place) {
        int colon = text.indexOf(':');
        var platform = colon < 0
                ? Optional.<ContactKind>empty()
                : ContactKind.parse(text.substring(0, colon)).filter(ContactKind::isChat);
        if (platform.isEmpty()) {
            problems.add(place, "“" + text + "” is no channel. Write slack:C0PAY, teams:19:… or sandbox:payments.");
            return Optional.empty();
        }
        Optional<ChannelAddress> channel = Values.channel(platform.get(), text.substring(colon + 1));
        if (channel.isEmpty()) problems.add(place, "“" + text + "” is " + Values.noChannel(platform.get()));
        return channel.map(Whom.Channel::new);
    }

    private Optional<Whom> webhook(String text, Place place) {
        if (text.length() > LONGEST_WEBHOOK) {
            problems.add(place, "the address of a webhook has at most " + LONGEST_WEBHOOK + " characters.");
            return Optional.empty();
        }
        try {
            var uri = new URI(text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())))
                return Optional.of(new Whom.Webhook(uri));
        } catch (URISyntaxException e) {
            // Told below like any other address that is none.
        }
        problems.add(place, "this is no address of a webhook. Write for example webhook https://example.com/page.");
        return Optional.empty();
    }

    /** A role that can be paged and filled; vacations cannot. */
    static Optional<Role.Duty> duty(String text) {
        return Role.parse(text).flatMap(role -> role instanceof Role.Duty duty ? Optional.of(duty) : Optional.empty());
    }
}
