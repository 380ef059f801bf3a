package dev.arke.teamfile;

import dev.arke.calendar.AbsenceCalendars;
import dev.arke.engine.people.DesiredState.Contact;
import dev.arke.engine.people.DesiredState.OwnCalendar;
import dev.arke.engine.people.DesiredState.Person;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Language;
import dev.arke.responder.Region;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one of {@code responders}. */
final class PersonReader {
    private final Set<String> admins;
    private final Surroundings surroundings;
    private final Names services;
    private final Names teams;
    private final Problems problems;

    /** {@code admins}: their names in lower case. */
    PersonReader(Set<String> admins, Names services, Names teams, Surroundings surroundings, Problems problems) {
        this.services = services;
        this.teams = teams;
        this.admins = admins;
        this.surroundings = surroundings;
        this.problems = problems;
    }

    Person read(Section section) {
        var name = section.required("name", "alice")
                .map(Tree.Scalar::text)
                .orElse("")
                .strip();
        var email = section.read("email", Values::mail, Values.NO_MAIL);
        var person = new Person(
                name,
                section.text("full_name").orElse(name),
                section.zone("time_zone").orElse(ZoneOffset.UTC),
                email,
                admins.contains(name.toLowerCase(Locale.ROOT)),
                contacts(section, name, email),
                section.section("rules", "{urgent: [{via: chat}]}")
                        .map(new WishReader(services, teams, problems)::rules)
                        .orElse(List.of()),
                section.scalar("holidays")
                        .flatMap(code -> section.parsed(
                                code,
                                Region::parse,
                                RegionNames.expected(code.text().strip()))),
                section.read("language", Language::parse, Values.NO_LANGUAGE),
                new OwnCalendar(vacations(section), new ReminderReader(problems).read(section)),
                new WishReader(services, teams, problems).read(section));
        section.end();
        return person;
    }

    /** The address is a secret and never repeated. */
    private Optional<URI> vacations(Section section) {
        return section.scalar("calendar_url")
                .flatMap(word -> new Variables(surroundings, problems).in(word).flatMap(text -> {
                    var address = AbsenceCalendars.address(text);
                    if (address.isEmpty()) problems.add(word.place(), Values.NO_CALENDAR);
                    return address;
                }));
    }

    /** In the order in which a page tries them: chats, then the phone, then mail. */
    private List<Contact> contacts(Section section, String name, Optional<String> email) {
        var contacts = new ArrayList<Contact>();
        section.read("slack", Values::slackMember, Values.NO_SLACK_MEMBER)
                .ifPresent(address -> contacts.add(new Contact(ContactKind.SLACK, address)));
        section.read("teams", Values::teamsPerson, Values.NO_TEAMS_PERSON)
                .ifPresent(address -> contacts.add(new Contact(ContactKind.TEAMS, address)));
        section.read("sandbox", Values::sandboxName, Values.NO_SANDBOX_NAME)
                .or(() -> surroundings.sandbox() && !name.isEmpty() ? Optional.of(name) : Optional.empty())
                .ifPresent(address -> contacts.add(new Contact(ContactKind.SANDBOX, address)));
        section.read("phone", Values::phone, Values.NO_PHONE).ifPresent(number -> {
            contacts.add(new Contact(ContactKind.SMS, number));
            contacts.add(new Contact(ContactKind.CALL, number));
        });
        email.ifPresent(address -> contacts.add(new Contact(ContactKind.EMAIL, address)));
        return contacts;
    }
}
