package dev.arke.teamfile;

import dev.arke.engine.people.DesiredState;
import dev.arke.responder.ChannelAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a team file: what it asks for, or every mistake in it. Pure. */
public final class TeamFile {
    private final Surroundings surroundings;
    private final Problems problems = new Problems();
    private final List<String> warnings = new ArrayList<>();

    private TeamFile(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static Reading read(String text, Surroundings surroundings) {
        return new TeamFile(surroundings).read(text);
    }

    private Reading read(String text) {
        var tree = YamlText.read(text, problems);
        if (tree.isEmpty()) return new Reading.Bad(problems.all());
        var root = Section.of(tree.get(), problems, "responders:");
        var desired = state(root);
        root.end();
        return problems.isEmpty() ? new Reading.Good(desired, List.copyOf(warnings)) : new Reading.Bad(problems.all());
    }

    private DesiredState state(Section root) {
        var people = Names.of("responder", root, "responders", problems);
        var teams = Names.of("team", root, "teams", problems);
        var policies = Names.of("policy", root, "policies", problems);
        var services = Names.of("service", root, "services", problems);
        Names.of("integration", root, "integrations", problems);
        var admins = admins(root, people);
        var channels = root.section("admin_channel", "{slack: C0OPS}")
                .map(section -> channels(section, problems))
                .orElse(List.of());
        var teamReader = new TeamReader(people, teams, problems);
        var readTeams = root.sections("teams", "{name: payments, members: [alice]}").stream()
                .map(teamReader::read)
                .toList();
        return new DesiredState(
                channels,
                people(root, admins, services, teams),
                readTeams,
                policies(root, new TargetReader(people, teams, teamReader.rosters(), problems), teams),
                services(root, teams, policies),
                integrations(root, services));
    }

    private Set<String> admins(Section root, Names people) {
        return root.words("admins").stream()
                .flatMap(word -> people.resolve(word).stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private List<DesiredState.Person> people(Section root, Set<String> admins, Names services, Names teams) {
        var reader = new PersonReader(admins, services, teams, surroundings, problems);
        return root.sections("responders", "{name: alice, email: alice@example.com}").stream()
                .map(reader::read)
                .toList();
    }

    private List<DesiredState.Policy> policies(Section root, TargetReader targets, Names teams) {
        var reader = new PolicyReader(targets, teams, problems);
        return root.sections("policies", "{name: standard, team: payments, steps: […]}").stream()
                .map(reader::read)
                .toList();
    }

    private List<DesiredState.ServiceOf> services(Section root, Names teams, Names policies) {
        return root.sections("services", "{name: checkout, team: payments, policy: standard}").stream()
                .map(section -> service(section, teams, policies))
                .toList();
    }

    private DesiredState.ServiceOf service(Section section, Names teams, Names policies) {
        var service = new DesiredState.ServiceOf(
                section.required("name", "checkout").map(Tree.Scalar::text).orElse(""),
                section.required("team", "payments").flatMap(teams::resolve).orElse(""),
                section.required("policy", "standard")
                        .flatMap(policies::resolve)
                        .orElse(""),
                section.read("ack_timeout", Values::someTime, Values.NO_DURATION),
                section.flag("linked_only"),
                section.section("templates", "{sms: \"{{ incident.summary }}\"}")
                        .map(new TemplateReader(problems)::read)
                        .orElse(Map.of()),
                Values.mails(section, "mail_to", problems));
        section.end();
        return service;
    }

    private List<DesiredState.Source> integrations(Section root, Names services) {
        var reader = new IntegrationReader(services, surroundings, problems, warnings);
        return root
                .sections("integrations", "{name: prometheus, service: checkout, format: alertmanager, key: …}")
                .stream()
                .map(reader::read)
                .toList();
    }

    /** Channels by platform: {@code {slack: C0PAY, sandbox: [payments, ops]}}. */
    static List<ChannelAddress> channels(Section section, Problems problems) {
        var channels = new ArrayList<ChannelAddress>();
        for (var platform : TargetReader.PLATFORMS) {
            for (var word : section.words(platform.word()))
                section.parsed(word, text -> Values.channel(platform, text), Values.noChannel(platform))
                        .ifPresent(channel -> {
                            if (channels.contains(channel)) problems.add(word.place(), channel + " stands here twice.");
                            channels.add(channel);
                        });
        }
        section.end();
        return channels;
    }
}
