package dev.arke.dialogue;

import dev.arke.calendar.Role;
import dev.arke.chat.Command;
import dev.arke.chat.Names;
import dev.arke.chat.Reference;
import dev.arke.responder.Team;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The line of a cover anew, with one thing of it changed: for buttons and for what to type. */
record CoverLine(Command.Cover cover) {
    String by(String name) {
        return line(name, whom(), team(), cover.of().duty(), false);
    }

    String insteadOf(String name) {
        return line(name(cover.by()), Optional.of(name), team(), cover.of().duty(), false);
    }

    String team(String name) {
        return line(name(cover.by()), whom(), Optional.of(name), cover.of().duty(), false);
    }

    String duty(Role.Duty duty) {
        return line(name(cover.by()), whom(), team(), Optional.of(duty), false);
    }

    String anyway() {
        return line(name(cover.by()), whom(), team(), cover.of().duty(), true);
    }

    /** The same in that team, whatever the place it is said in. */
    CoverLine in(Team team) {
        var of = new Command.Of(
                Optional.of(new Reference.Name(team.name())), cover.of().duty());
        return new CoverLine(new Command.Cover(
                cover.by(), cover.insteadOf(), cover.from(), cover.to(), cover.turn(), of, cover.anyway()));
    }

    private Optional<String> whom() {
        return cover.insteadOf().map(CoverLine::name);
    }

    private Optional<String> team() {
        return cover.of().team().map(CoverLine::name);
    }

    private String line(
            String by, Optional<String> whom, Optional<String> team, Optional<Role.Duty> duty, boolean anyway) {
        return (whom.isPresent() ? "cover " : "override ")
                + by
                + whom.map(name -> " for " + name).orElse("")
                + (cover.turn()
                        ? " at " + second(cover.from())
                        : " from " + second(cover.from()) + " to " + second(cover.to()))
                + duty.map(one -> " as " + one.word()).orElse("")
                + team.map(name -> " of " + name).orElse("")
                + (anyway ? " anyway" : "");
    }

    /** Nobody reads microseconds of a "now". */
    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** As one types it. */
    static String name(Reference reference) {
        return switch (reference) {
            case Reference.Name name -> Names.quoted(name.name());
            case Reference.Mention mention -> "<@" + mention.id() + ">";
            case Reference.Group group -> Names.quoted(group.shown());
        };
    }
}
