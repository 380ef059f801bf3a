package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.card.Phrases;
import dev.arke.chat.ChannelLink;
import dev.arke.chat.ChannelLink.Options;
import dev.arke.chat.Command;
import dev.arke.chat.CommandParser;
import dev.arke.chat.LinkSubject;
import dev.arke.chat.LinkWords;
import dev.arke.chat.Names;
import dev.arke.chat.Parsed;
import dev.arke.chat.Verb;
import dev.arke.engine.people.Standings;
import dev.arke.engine.room.RoomSubject;
import dev.arke.responder.Act;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The form of {@code link}: what to show here, and how; a link that is there is shown as it is. */
final class LinkForm {
    static final String TIMELINE = "timeline";
    static final String TOPIC = "topic";
    static final String GROUP = "group";
    static final String HANDOFFS = "handoffs";

    private static final CommandParser PARSER = new CommandParser();
    private static final int LONGEST_GROUP = 80;
    private static final String YES = "yes";
    private static final String NO = "no";

    private LinkForm() {}

    static VerbForm form() {
        return new VerbForm(Verb.LINK, "link", LinkForm::questions, LinkForm::command);
    }

    private static List<Input> questions(Asked asked, Map<String, String> given) {
        var say = asked.forms();
        var subjects = subjects(asked);
        var target = given(asked, given, subjects);
        var options = target.flatMap(subject -> asked.place()
                        .channel()
                        .flatMap(channel -> asked.directory().channels().linkTo(channel, subject.id())))
                .map(ChannelLink::options)
                .orElse(Options.DEFAULT);
        return List.of(
                Inputs.fitting(
                        Filling.TARGET,
                        say.say("link.what"),
                        target.map(subject -> subject.named(asked.directory()).typed())
                                .orElse(""),
                        subjects.stream()
                                .map(subject -> subject.named(asked.directory()))
                                .map(subject -> choice(subject, say))
                                .toList()),
                lowest(options, say),
                timeline(options, say),
                yesOrNo(TOPIC, say.say("link.topic"), options.topic(), say),
                new Input.TextInput(
                        GROUP,
                        say.say("link.group"),
                        false,
                        options.group().map(ChannelLink.UserGroup::name).orElse(""),
                        false,
                        LONGEST_GROUP),
                yesOrNo(HANDOFFS, say.say("link.handoffs"), options.handoffs(), say));
    }

    /** What the asker may link, the team of this place first. */
    static List<RoomSubject> subjects(Asked asked) {
        var directory = asked.directory();
        var subjects = new ArrayList<RoomSubject>();
        var teams = new ArrayList<>(asked.teams());
        directory.teams().stream().filter(team -> !teams.contains(team)).forEach(teams::add);
        for (Team team : teams) {
            if (Standings.refusal(asked.actor(), Optional.of(team.id()), Act.CHANGE_TEAM, directory)
                    .isPresent()) continue;
            subjects.add(RoomSubject.of(team));
            for (Service service : directory.services())
                if (service.teamId().equals(team.id())) subjects.add(RoomSubject.of(service));
        }
        return subjects;
    }

    /** What the line said, else what is most likely meant: the first of these that is not linked here yet. */
    private static Optional<RoomSubject> given(Asked asked, Map<String, String> given, List<RoomSubject> subjects) {
        var said = given.getOrDefault(Filling.TARGET, "");
        if (!said.isEmpty()) return link(asked, "link " + said).flatMap(link -> find(asked, link.subject()));
        var channels = asked.directory().channels();
        return subjects.stream()
                .filter(subject -> asked.place()
                        .channel()
                        .flatMap(channel -> channels.linkTo(channel, subject.id()))
                        .isEmpty())
                .findFirst();
    }

    private static Optional<RoomSubject> find(Asked asked, LinkSubject said) {
        var kinds = said.kind()
                .map(kind -> List.of(kind == LinkSubject.Kind.TEAM ? Named.Kind.TEAM : Named.Kind.SERVICE))
                .orElse(List.of(Named.Kind.TEAM, Named.Kind.SERVICE));
        var named = new Naming(asked).find(said.name(), kinds);
        if (named instanceof Named.OfTeam team) return Optional.of(RoomSubject.of(team.team()));
        return named instanceof Named.ServiceNamed service
                ? Optional.of(RoomSubject.of(service.service()))
                : Optional.empty();
    }

    private static Choice choice(LinkWords.Subject subject, Phrases say) {
        return new Choice(
                subject.typed(),
                switch (subject.kind()) {
                    case TEAM -> say.say("link.team", subject.name());
                    case SERVICE -> say.say("link.service", subject.name());
                });
    }

    private static Input lowest(Options options, Phrases say) {
        return new Input.ChoiceInput(
                Filling.PRIORITY,
                say.say("link.lowest"),
                true,
                options.lowest().word(),
                List.of(
                        new Choice(Priority.LOW.word(), say.say("link.lowest.low")),
                        new Choice(Priority.MEDIUM.word(), say.say("link.lowest.medium")),
                        new Choice(Priority.HIGH.word(), say.say("link.lowest.high")),
                        new Choice(Priority.URGENT.word(), say.say("link.lowest.urgent"))));
    }

    private static Input timeline(Options options, Phrases say) {
        return new Input.ChoiceInput(
                TIMELINE,
                say.say("link.timeline"),
                true,
                options.timeline().word(),
                List.of(
                        new Choice(ChannelLink.Timeline.THREAD.word(), say.say("link.timeline.thread")),
                        new Choice(ChannelLink.Timeline.FLAT.word(), say.say("link.timeline.flat"))));
    }

    private static Input yesOrNo(String name, String label, boolean initial, Phrases say) {
        return new Input.ChoiceInput(
                name,
                label,
                true,
                initial ? YES : NO,
                List.of(new Choice(YES, say.say("link.yes")), new Choice(NO, say.say("link.no"))));
    }

    private static Supplier<Command> command(Filling filling) {
        var asked = filling.asked();
        var said = link(asked, "link " + Names.oneLine(filling.value(Filling.TARGET)));
        if (said.flatMap(link -> find(asked, link.subject())).isEmpty())
            filling.mistake(Filling.TARGET, "link.what.missing");
        var group = Names.oneLine(filling.value(GROUP)).replaceFirst("^@", "");
        var line = "link x min " + filling.value(Filling.PRIORITY) + " " + filling.value(TIMELINE) + " "
                + switched(filling, TOPIC) + " " + switched(filling, HANDOFFS) + " ";
        var whole = link(asked, line + (group.isEmpty() ? "no group" : "group " + group));
        if (link(asked, line + "no group").isEmpty()) filling.mistake(Filling.PRIORITY, "link.priority.missing");
        else if (whole.isEmpty()) filling.mistake(GROUP, "link.group.missing");
        return () -> new Command.Link(
                said.orElseThrow().subject(), whole.orElseThrow().change());
    }

    private static String switched(Filling filling, String option) {
        return filling.value(option).equals(YES) ? option : "no " + option;
    }

    /** The line as the parser understands it. */
    private static Optional<Command.Link> link(Asked asked, String line) {
        return PARSER.parse(line, asked.context()) instanceof Parsed.Understood understood
                        && understood.command() instanceof Command.Link link
                ? Optional.of(link)
                : Optional.empty();
    }
}
