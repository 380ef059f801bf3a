package dev.arke.chat;

import dev.arke.chat.Command.ChangeRoster.Deed;
import dev.arke.chat.Parsed.FormWanted;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What follows roster: who, what becomes of them, in which roster of which team. */
final class RosterArguments {
    private static final String EXAMPLE = "roster add @dana to main";

    private RosterArguments() {}

    static Parsed read(Words words) {
        if (words.isEmpty()) return new Parsed.Understood(new Command.Rosters(Optional.empty()));
        if (words.first().says("change")) return new FormWanted(Verb.ROSTER, Map.of());
        var deed = Stream.of(Deed.values())
                .filter(one -> words.first().says(one.word()))
                .findFirst();
        if (deed.isEmpty())
            return LookArguments.named(
                    Verb.ROSTER,
                    words.skip("show").skip("list").skip("of"),
                    team -> new Parsed.Understood(new Command.Rosters(team)));
        return change(deed.get(), words.after(1));
    }

    private static Parsed change(Deed deed, Words words) {
        if (words.isEmpty()) return new FormWanted(Verb.ROSTER, Map.of(FormWanted.TEXT, deed.word()));
        boolean isNew = words.last().says("new");
        var rest = isNew ? words.untilLast() : words;
        var who = rest.first().named();
        rest = rest.after(1).skip("to");
        boolean saysPlace =
                !rest.isEmpty() && rest.first().isBare() && rest.first().text().matches("\\d{1,3}");
        if (deed == Deed.MOVE && !saysPlace) return Parsed.Misunderstood.of("roster.place", "roster move @dana to 1");
        int place = saysPlace ? Integer.parseInt(rest.first().text()) : 0;
        if (saysPlace) rest = rest.after(1);
        rest = rest.skip("to").skip("from").skip("in");
        var roster = Optional.<String>empty();
        if (!rest.isEmpty() && !rest.first().says("of")) {
            roster = Optional.of(rest.first().text().strip());
            rest = rest.after(1);
        }
        var team = rest.skip("of");
        if (team.size() > 1) return Parsed.Misunderstood.of("roster.one", EXAMPLE);
        return new Parsed.Understood(new Command.ChangeRoster(
                deed,
                who,
                place,
                roster,
                team.isEmpty() ? Optional.empty() : Optional.of(team.first().named()),
                isNew));
    }
}
