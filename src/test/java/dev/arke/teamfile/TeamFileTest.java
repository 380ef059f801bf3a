package dev.arke.teamfile;

import static dev.arke.teamfile.TeamFiles.AROUND;
import static dev.arke.teamfile.TeamFiles.desired;
import static dev.arke.teamfile.TeamFiles.good;
import static dev.arke.teamfile.TeamFiles.payments;
import static dev.arke.teamfile.TeamFiles.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.IntegrationKey;
import dev.arke.alert.PageTemplate;
import dev.arke.alert.Priority;
import dev.arke.alert.Route;
import dev.arke.calendar.Cadence;
import dev.arke.calendar.Role;
import dev.arke.calendar.Strategy;
import dev.arke.calendar.WeeklyWindow;
import dev.arke.engine.people.DesiredState;
import dev.arke.engine.people.DesiredState.Contact;
import dev.arke.engine.people.DesiredState.Scope;
import dev.arke.engine.people.DesiredState.Stage;
import dev.arke.engine.people.DesiredState.Whom;
import dev.arke.page.Instead;
import dev.arke.page.NotificationRule;
import dev.arke.page.NotificationRule.Via;
import dev.arke.page.QuietHours;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TeamFileTest {
    @Test
    void peopleAreReadWithEveryField() {
        var people = desired(payments()).people();

        var alice = people.getFirst();
        assertThat(alice.fullName()).isEqualTo("Alice Martin");
        assertThat(alice.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(alice.email()).contains("alice@example.com");
        assertThat(alice.admin()).isTrue();
        assertThat(alice.contacts())
                .containsExactly(
                        new Contact(ContactKind.SLACK, "U0ALICE"),
                        new Contact(ContactKind.TEAMS, "alice@example.com"),
                        new Contact(ContactKind.SMS, "+33600000001"),
                        new Contact(ContactKind.CALL, "+33600000001"),
                        new Contact(ContactKind.EMAIL, "alice@example.com"));
        assertThat(alice.rules())
                .containsExactlyInAnyOrder(
                        new NotificationRule(Priority.URGENT, Via.SLACK, Duration.ZERO),
                        new NotificationRule(Priority.URGENT, Via.SMS, Duration.ofMinutes(1)),
                        new NotificationRule(Priority.URGENT, Via.CALL, Duration.ofMinutes(3)),
                        new NotificationRule(Priority.LOW, Via.EMAIL, Duration.ZERO));
        assertThat(people.get(1).contacts()).contains(new Contact(ContactKind.SANDBOX, "bob"));
        assertThat(people.get(2).fullName()).isEqualTo("chen");
        assertThat(people.get(2).admin()).isFalse();
    }

    @Test
    void teamsAreReadWithEveryField() {
        var team = desired(payments()).teams().getFirst();

        assertThat(team.channels())
                .containsExactly(
                        new ChannelAddress(ContactKind.SLACK, "C0PAY"),
                        new ChannelAddress(ContactKind.TEAMS, "19:pay@thread.tacv2"));
        assertThat(team.admins()).isEqualTo(Set.of("alice"));
        assertThat(team.members()).isEqualTo(Set.of("alice", "bob", "chen", "dana"));
        assertThat(team.rosters()).isEqualTo(Map.of("main", List.of("alice", "bob", "chen")));
        var nights = team.rotations().get(1);
        assertThat(nights.duty()).isEqualTo(Role.Duty.SECONDARY);
        assertThat(nights.roster()).isEqualTo("main");
        assertThat(nights.horizon()).isEqualTo(Duration.ofDays(56));
        assertThat(nights.recurrence().anchor()).isEqualTo(LocalDateTime.of(2026, 1, 5, 20, 0));
        assertThat(nights.recurrence().cadence()).isEqualTo(Cadence.every(1, Cadence.Unit.WEEKS));
        assertThat(nights.recurrence().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(nights.recurrence().windows())
                .containsExactly(WeeklyWindow.parse("mon-fri 20:00-08:00").orElseThrow());
    }

    @Test
    void policiesAndServicesAreReadWithEveryField() {
        var state = desired(payments());

        var policy = state.policies().getFirst();
        assertThat(policy.team()).isEqualTo("payments");
        assertThat(policy.rounds()).isEqualTo(1);
        assertThat(policy.lastResort()).containsExactly(new Whom.Responder("alice"));
        assertThat(policy.steps())
                .containsExactly(
                        new Stage(List.of(new Whom.DutyOf(Role.Duty.PRIMARY, "payments")), Duration.ofMinutes(5), 1),
                        new Stage(
                                List.of(
                                        new Whom.DutyOf(Role.Duty.SECONDARY, "payments"),
                                        new Whom.RosterOf("main", "payments"),
                                        new Whom.Channel(new ChannelAddress(ContactKind.SLACK, "C0PAY"))),
                                Duration.ofMinutes(10),
                                0));
        assertThat(state.services().getFirst().ackTimeout()).contains(Duration.ofMinutes(30));
        assertThat(state.services().get(1).ackTimeout()).isEmpty();
        assertThat(state.adminChannels()).containsExactly(new ChannelAddress(ContactKind.SLACK, "C0OPS"));
    }

    @Test
    void integrationsAreReadWithEveryFieldAndTheirKeysOnlyAsHashes() {
        var source = desired(payments()).integrations().getFirst();

        assertThat(source.service()).isEqualTo("checkout");
        assertThat(source.format()).isEqualTo("alertmanager");
        assertThat(source.grouped()).isFalse();
        assertThat(source.keyHashes()).containsExactly(IntegrationKey.hash("0123456789abcdef-secret"));
        assertThat(source.priorities()).isEqualTo(Map.of("critical", Priority.URGENT, "warning", Priority.MEDIUM));
        assertThat(source.routes()).hasSize(2);
        assertThat(source.routes().getFirst().condition()).isEqualTo("team = web, alertname =~ Disk.*");
        assertThat(source.routes().getFirst().action())
                .isEqualTo(new Route.Action.Send(Optional.of("web"), Optional.of(Priority.HIGH), Optional.empty()));
        assertThat(source.routes().get(1).action()).isEqualTo(new Route.Action.Drop());
    }

    @Test
    void everyStrategyIsTaken() {
        assertThat(good(payments()).warnings()).isEmpty();
        assertThat(good(payments()).desired().teams().getFirst().rotations())
                .extracting(rotation -> rotation.strategy().word())
                .containsExactly("round-robin", "fair");
        assertThat(good(payments().replace("strategy: fair", "strategy: least-recent"))
                        .desired()
                        .teams()
                        .getFirst()
                        .rotations()
                        .getLast()
                        .strategy())
                .isEqualTo(Strategy.LEAST_RECENT);
    }

    @Test
    void patternsAndHelpersAreRead() {
        var text = payments()
                .replace("every: 1w, starting: 2026-01-05T09:00", "every: [5d, 2d nobody], starting: 2026-01-05T09:00")
                .replace("strategy: fair", "strategy: fair, when: {primary: [dana, bob]}");
        var rotations = desired(text).teams().getFirst().rotations();

        assertThat(rotations.getFirst().recurrence().cadence().text()).isEqualTo("5d, 2d nobody");
        assertThat(rotations.getFirst().when()).isEmpty();
        assertThat(rotations.getLast().when())
                .contains(new DesiredState.When(Role.Duty.PRIMARY, Set.of("dana", "bob")));
        assertThat(problems(payments().replace("strategy: fair", "strategy: fair, when: {secondary: [dana]}")))
                .singleElement()
                .asString()
                .contains("rotations[1].when", "cannot wait for the role that it fills itself");
        assertThat(problems(payments().replace("strategy: fair", "strategy: fair, when: {vacation: [dana]}")))
                .singleElement()
                .asString()
                .contains("one role with the people it is about belongs here");
        assertThat(problems(payments().replace("every: 1w, starting: 2026-01-05T09:00", "every: [4d, 3], starting: x")))
                .hasSize(1);
        assertThat(problems(payments().replace("every: 1w, starting: 2026-01-05T09:00", "starting: 2026-01-05T09:00")))
                .singleElement()
                .asString()
                .contains("the field every is missing");
    }

    @Test
    void fiveMistakesAreFiveProblemsEachWithItsLine() {
        var text = payments()
                .replace("time_zone: Africa/Lagos", "time_zone: Africa/Logos")
                .replace("rosters: {main: [alice, bob, chen]}", "rosters: {main: [alice, bobb, chen]}")
                .replace("page: [primary of payments], wait: 5m", "page: [primary of paymets], wait: 5 parsecs")
                .replace("ack_timeout: 30m", "ack_timout: 30m");

        assertThat(problems(text))
                .containsExactly(
                        "line 6: responders[1].time_zone: “Africa/Logos” is no time zone. Did you mean"
                                + " Africa/Lagos?",
                        "line 15: teams[0].rosters.main[1]: no responder is called bobb. Did you mean bob?",
                        "line 24: policies[0].steps[0].page[0]: no team is called paymets. Did you mean payments?",
                        "line 24: policies[0].steps[0].wait: “5 parsecs” is no length of time. Write for example 30s,"
                                + " 5m, 2h or 1d.",
                        "line 28: services[0].ack_timout: there is no field of this name. Did you mean ack_timeout?");
    }

    @Test
    void templatesAreReadByWayAndTheirMistakesHaveALine() {
        var service = desired(payments().replace("ack_timeout: 30m", """
            ack_timeout: 30m, templates: {chat: "{{ incident.summary }}", slack: own, email: {subject: s, body: "{{ x }}"}}\
            """.strip()))
                .services()
                .getFirst();
        assertThat(service.templates())
                .containsEntry(ContactKind.SLACK, new PageTemplate("", "own"))
                .containsEntry(ContactKind.TEAMS, new PageTemplate("", "{{ incident.summary }}"))
                .containsEntry(ContactKind.EMAIL, new PageTemplate("s", "{{ x }}"))
                .doesNotContainKey(ContactKind.SMS);

        assertThat(problems(payments().replace("ack_timeout: 30m", """
            ack_timeout: 30m, templates: {pigeon: x, sms: "{{ a | shout }}", email: {subject: "{% if %}", text: y}}\
            """.strip())))
                .extracting(problem -> problem.replaceFirst("line 28: services\\[0\\].templates", ""))
                .anyMatch(problem -> problem.startsWith(".pigeon: there is no such way of contact."))
                .anyMatch(problem -> problem.startsWith(
                        ".sms: this template cannot be used: it fails in line 1: there is no filter shout"))
                .anyMatch(problem ->
                        problem.startsWith(".email.subject: this template cannot be used: it fails in line 1"))
                .anyMatch(problem -> problem.contains("the field body is missing"))
                .anyMatch(problem -> problem.contains(".email.text: there is no field of this name"));
    }

    @Test
    void aZoneThatIsNoneIsAnsweredWithTheNearest() {
        assertThat(zoneProblem("europe/berln")).endsWith("Did you mean Europe/Berlin?");
        assertThat(zoneProblem("New York")).endsWith("Did you mean America/New_York?");
        assertThat(zoneProblem("tokio")).endsWith("Did you mean Asia/Tokyo?");
        assertThat(zoneProblem("CST")).endsWith("Write a name such as Europe/Paris or America/New_York.");
        assertThat(zoneProblem("somewhere far")).endsWith("Write a name such as Europe/Paris or America/New_York.");
        assertThat(problems(payments()
                        .replace(
                                "name: payments\n    time_zone: Europe/Paris",
                                "name: payments\n    time_zone: Europe/Pariss")))
                .singleElement()
                .asString()
                .contains("teams[0].time_zone", "Did you mean Europe/Paris?");
    }

    @Test
    void aPlaceWhoseHolidaysNobodyKnowsIsAnsweredWithTheNearest() {
        assertThat(holidayProblem("Frence")).endsWith("Did you mean FR?");
        assertThat(holidayProblem("DE-XX")).endsWith("Write DE alone for those that are kept everywhere.");
        assertThat(holidayProblem("somewhere far")).endsWith("such as FR, or with a part, such as DE-BY.");
    }

    private static String holidayProblem(String place) {
        return problems(payments().replace("time_zone: Africa/Lagos", "holidays: " + place))
                .getFirst();
    }

    private static String zoneProblem(String zone) {
        return problems(payments().replace("time_zone: Africa/Lagos", "time_zone: " + zone))
                .getFirst();
    }

    @Test
    void whatATeamShowsAndItsPagerAreChecked() {
        assertThat(problems(payments()
                        .replace(
                                "    rosters: {main",
                                "    shows: [primary of webb, vacation of payments, web]\n    rosters: {main")))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("no team is called webb."))
                .filteredOn(problem -> problem.contains("no duty of a team. Write it as primary of web."))
                .hasSize(2);
        assertThat(problems(payments().replace("    rosters: {main", "    pager: 112\n    rosters: {main")))
                .singleElement()
                .asString()
                .contains("“112” is no phone number.");
    }

    @Test
    void aStepThatPagesNobodyIsAMistake() {
        assertThat(problems(payments().replace("page: [primary of payments]", "page: []")))
                .singleElement()
                .asString()
                .startsWith("line 24: policies[0].steps[0].page: the step pages nobody.");
    }

    @Test
    void whatStandsTwiceIsAMistakeInAnyCase() {
        assertThat(problems(payments().replace("name: chen,", "name: BOB,").replace(", chen", "")))
                .containsExactly("line 7: responders[2].name: the responder BOB stands in line 6 already.");
        assertThat(problems(payments().replace("    rounds: 1", "    rounds: 1\n    rounds: 2")))
                .containsExactly("line 23: policies[0].rounds: this field stands in line 22 already.");
        assertThat(problems(payments().replace("main: [alice, bob, chen]", "main: [alice, bob, alice]")))
                .containsExactly("line 15: teams[0].rosters.main[2]: alice stands in this list twice.");
    }

    @Test
    void datesCadencesWindowsAndStrategiesAreChecked() {
        var text = payments()
                .replace("every: 1w, starting: 2026-01-05T09:00", "every: 0w, starting: 2026-02-30T09:00")
                .replace("mon-fri 20:00-08:00", "mon-fry 20:00")
                .replace("strategy: fair", "strategy: unfair");

        assertThat(problems(text))
                .extracting(line -> line.substring(0, line.indexOf(' ', 9)))
                .containsExactly(
                        "line 17: teams[0].rotations[0].every:",
                        "line 17: teams[0].rotations[0].starting:",
                        "line 18: teams[0].rotations[1].during[0]:",
                        "line 18: teams[0].rotations[1].strategy:");
    }

    @Test
    void aMissingVariableIsNamedAndAKeyIsNeverRepeated() {
        assertThat(problems(payments().replace("CHECKOUT_KEY", "OTHER_KEY")))
                .containsExactly("line 34: integrations[0].keys[0]: the variable OTHER_KEY is not set. Set it in the"
                        + " environment of the server.");
        assertThat(problems(payments().replace("${CHECKOUT_KEY}", "hush hush/secret")))
                .singleElement()
                .asString()
                .doesNotContain("hush");
    }

    @Test
    void aKeyOpensOneIntegrationOnly() {
        var twice = payments().replace("[\"${CHECKOUT_KEY}\"]", "[\"${CHECKOUT_KEY}\", 0123456789abcdef-secret]");

        assertThat(problems(twice)).singleElement().asString().contains("this key stands in line 34 already");
    }

    @Test
    void anUnknownFormatAndABadRouteAreExplained() {
        assertThat(problems(payments().replace("format: alertmanager", "format: alertmanger")))
                .containsExactly("line 33: integrations[0].format: no format is called alertmanger. Did you mean"
                        + " alertmanager?");
        assertThat(problems(payments().replace("team = web", "team web")))
                .singleElement()
                .asString()
                .contains("team = web");
        assertThat(problems(payments().replace("drop: true", "drop: true, priority: high")))
                .singleElement()
                .asString()
                .contains("a route that drops");
    }

    @Test
    void aRuleMayRepeatFromAMinuteToADay() {
        assertThat(desired(payments().replace("{via: sms, after: 1m}", "{via: sms, after: 1m, every: 5m}"))
                        .people()
                        .getFirst()
                        .rules())
                .contains(new NotificationRule(
                        Priority.URGENT, Via.SMS, Duration.ofMinutes(1), Optional.of(Duration.ofMinutes(5))));
        for (var every : List.of("30s", "2d", "often"))
            assertThat(problems(payments().replace("{via: sms, after: 1m}", "{via: sms, every: " + every + "}")))
                    .singleElement()
                    .asString()
                    .endsWith("“" + every + "” is no length of time from 1m to 1d.");
    }

    @Test
    void whatPeopleWantOfTheirPagesIsRead() {
        var wished = desired(withWishes("quiet: 22:00-07:00, rules_for: {Checkout: {urgent: [{via: call, every: 5m}]},"
                        + " payments: {low: [{via: email}]}}, more_than: {pages: 3, via: sms, within: 10m,"
                        + " use: email}"))
                .people()
                .get(1)
                .wished();

        assertThat(wished.quiet()).hasValue(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        assertThat(wished.rulesFor())
                .isEqualTo(Map.of(
                        new Scope.ServiceNamed("checkout"),
                        List.of(new NotificationRule(
                                Priority.URGENT, Via.CALL, Duration.ZERO, Optional.of(Duration.ofMinutes(5)))),
                        new Scope.TeamNamed("payments"),
                        List.of(new NotificationRule(Priority.LOW, Via.EMAIL, Duration.ZERO))));
        assertThat(wished.instead()).containsExactly(new Instead(Via.SMS, 3, Duration.ofMinutes(10), Via.EMAIL));
    }

    @Test
    void wishesThatCannotBeAreMistakes() {
        assertThat(problems(withWishes("quiet: at night, rules_for: {checkot: {urgent: [{via: call}]}}, more_than:"
                        + " [{pages: 256, via: sms, within: 2h, use: pigeon}, {pages: 3, via: sms,"
                        + " within: 10m, use: sms}]")))
                .satisfiesExactly(
                        quiet -> assertThat(quiet).startsWith("line 6: responders[1].quiet: “at night” is no hours"),
                        scope -> assertThat(scope).endsWith("no service is called checkot. Did you mean checkout?"),
                        most -> assertThat(most).contains("more_than[0].pages: “256” is no number of pages."),
                        within -> assertThat(within)
                                .contains("more_than[0].within: “2h” is no length of time from 1m to 1h."),
                        use -> assertThat(use).contains("more_than[0].use: “pigeon” is no way of contact."),
                        same -> assertThat(same).contains("more_than[1].use: another way belongs here than sms."));
        assertThat(problems(withWishes("quiet: 22:00-22:00"))).hasSize(1);
        assertThat(problems(withWishes("rules_for: {checkout: {}}"))).hasSize(1);
    }

    @Test
    void whatIsSaidTwiceOfAPersonsPagesIsAMistake() {
        assertThat(problems(withWishes("rules_for: {Checkout: {urgent: [{via: call}]}, checkout: {low: [{via: sms}]}},"
                        + " more_than: [{pages: 3, via: sms, within: 10m, use: email}, {pages: 5, via: sms, within: 1h,"
                        + " use: call}], reminders: {primary: [2d], Primary: [3h], every: 1w, Every: never}")))
                .satisfiesExactlyInAnyOrder(
                        scope -> assertThat(scope).endsWith("rules_for.checkout: checkout stands here twice."),
                        via -> assertThat(via).endsWith("more_than[1].via: sms stands in this list twice."),
                        duty -> assertThat(duty).endsWith("reminders.Primary: Primary stands here twice."),
                        every -> assertThat(every).endsWith("reminders.Every: Every stands here twice."));
    }

    private static String withWishes(String fields) {
        return payments().replace("time_zone: Africa/Lagos", "time_zone: Africa/Lagos, " + fields);
    }

    @Test
    void whoFollowsIsAListOfAddresses() {
        assertThat(problems(
                        payments().replace("ack_timeout: 30m", "mail_to: [ops@example.com, nobody, OPS@example.com]")))
                .containsExactly(
                        "line 28: services[0].mail_to[1]: “nobody” is no mail address. Write for example"
                                + " alice@example.com.",
                        "line 28: services[0].mail_to[2]: OPS@example.com stands in this list twice.");
        var many =
                IntStream.range(0, 11).mapToObj(i -> "a" + i + "@example.com").collect(Collectors.joining(", "));
        assertThat(problems(
                        payments().replace("    rosters: {main", "    mail_to: [" + many + "]\n    rosters: {main")))
                .containsExactly("line 15: teams[0].mail_to: at most 10 addresses can stand here.");
    }

    @Test
    void aQuotaHasALimitAndATime() {
        assertThat(quotaProblem("{}"))
                .anySatisfy(problem -> assertThat(problem).contains("a quota has soft, hard or both"))
                .anySatisfy(problem -> assertThat(problem).contains("the field within is missing"));
        assertThat(quotaProblem("{soft: 0, within: 1h}"))
                .singleElement()
                .asString()
                .contains("“0” is no number of");
        assertThat(quotaProblem("{hard: 100001, within: 1h}")).hasSize(1);
        assertThat(quotaProblem("{soft: 5, hard: 5, within: 1h}"))
                .containsExactly("line 33: integrations[0].quota.soft: the owner is told before the limit: soft must be"
                        + " below hard.");
        for (var within : List.of("59s", "8d", "soon", "0s"))
            assertThat(quotaProblem("{soft: 5, within: " + within + "}"))
                    .containsExactly("line 33: integrations[0].quota.within: “" + within
                            + "” is no length of time for a quota. Write one from 1m to 7d.");
        assertThat(quotaProblem("{sofft: 5, hard: 9, within: 1h}"))
                .singleElement()
                .asString()
                .endsWith("Did you mean soft?");
        assertThat(quotaProblem("100").getFirst()).contains("fields are expected here");
        assertThat(problems(payments().replace("    rosters: {main", "    quota: {within: 1h}\n    rosters: {main")))
                .singleElement()
                .asString()
                .startsWith("line 15: teams[0].quota: a quota has soft, hard or both");
    }

    private static List<String> quotaProblem(String quota) {
        return problems(
                payments().replace("    format: alertmanager", "    quota: " + quota + "\n    format: alertmanager"));
    }

    @Test
    void anIntegrationByMailHasAnAddressAndNoKey() {
        assertThat(desired(byMail("address: backup+1@example.com"))
                        .integrations()
                        .getLast()
                        .keyHashes())
                .containsExactly(IntegrationKey.hashOfAddress("backup+1@example.com"));
        assertThat(problems(byMail("group: true")))
                .containsExactly("line 39: integrations[1]: format: mail and address: belong together: mails to that"
                        + " address are alerts of this integration.");
        assertThat(problems(byMail("address: backup@example.com, key: 0123456789abcdef")))
                .containsExactly("line 39: integrations[1]: an integration with format: mail has no key; its address is"
                        + " what counts.");
        assertThat(problems(payments()
                        .replace("format: alertmanager", "format: alertmanager\n    address: backup@example.com")))
                .singleElement()
                .asString()
                .startsWith("line 31: integrations[0]: format: mail and address: belong together");
    }

    @Test
    void theAddressOfAnIntegrationIsOneOfItsOwn() {
        for (var wrong : List.of(
                "backup", "Backup <backup@example.com>", "a@b@example.com", "\"a b@example.com\"", "\"@example.com\""))
            assertThat(problems(byMail("address: " + wrong)))
                    .containsExactly("line 39: integrations[1].address: no mail address. Write one such as"
                            + " checkout-alerts@example.com.");
        assertThat(problems(byMail("address: [a@example.com, b@example.com]")))
                .contains("line 39: integrations[1].address: only one value can stand here.");
        var twice = byMail("address: Backup@example.com")
                + "  - {name: tapes, service: checkout, format: mail, address: backup@EXAMPLE.com}\n";
        assertThat(problems(twice))
                .containsExactly("line 40: integrations[2].address: this address stands in line 39 already.");
        assertThat(problems(byMail("adress: backup@example.com")))
                .anySatisfy(problem -> assertThat(problem).endsWith("Did you mean address?"));
    }

    private static String byMail(String fields) {
        var file = payments();
        return file + (file.endsWith("\n") ? "" : "\n") + "  - {name: backup, service: checkout, format: mail, "
                + fields + "}\n";
    }

    @Test
    void aTextThatIsNoYamlSaysWhere() {
        assertThat(problems("responders:\n  - {name: alice\n"))
                .singleElement()
                .asString()
                .startsWith("line 3: this is not YAML");
        assertThat(problems("- just\n- a list")).singleElement().asString().contains("fields are expected here");
        assertThat(problems("")).singleElement().asString().contains("fields are expected here");
    }

    @Test
    void aSmallFileCannotGrowIntoAHugeOne() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            var alias = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(4, alias))));
        }

        assertThat(problems(text.toString())).singleElement().asString().contains("too large");
    }

    @Test
    void inTheSandboxEverybodyHasTheirOwnPlace() {
        var around = new Surroundings(AROUND.environment(), AROUND.formats(), true);

        var reading = (Reading.Good) TeamFile.read(payments(), around);

        assertThat(reading.desired().people())
                .allSatisfy(person ->
                        assertThat(person.contacts()).contains(new Contact(ContactKind.SANDBOX, person.name())));
    }

    @Test
    void mistakesInWhatItSaysOfCalendarsAreToldWithTheirLineAndNoSecret() {
        var file = """
            responders:
              - name: alice
                calendar_url: "ftp://secret.example.com/x"
                reminders: {primary: [2d, soon], vacation: [1w], secondary: never}
              - name: bob
                calendar_url: "https://cal.example.com/${NOT_SET}.ics"
                reminders: [1w, 5m, 1d, 2d, 3d, 4d]
            """;

        assertThat(TeamFiles.problems(file))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("line 3: responders[0].calendar_url: this is no http or https address"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("line 4: ")
                        .contains("“soon” is no time before a shift at which I remind. Write lengths from 10m to 60d"))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("line 4: ").contains("“vacation” is no role"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("line 6: responders[1].calendar_url: the variable NOT_SET is not set"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("line 7: ").contains("“5m” is no time before a shift"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("line 7: ").contains("more than 5 reminders of one shift"))
                .hasSize(6)
                .noneMatch(problem -> problem.contains("secret"));
    }
}
