package dev.arke.dialogue;

import dev.arke.alert.Service;
import dev.arke.card.Phrases;
import dev.arke.chat.NearestName;
import dev.arke.chat.Reference;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out who or what a reference means to the one who asks. */
final class Naming {
    private static final int LONGEST_SHOWN = 40;

    private final Asked asked;
    private final Phrases say;

    Naming(Asked asked) {
        this.asked = asked;
        this.say = asked.grammar();
    }

    /** Where one name is several things' name, the first of {@code kinds} counts. */
    Named find(Reference reference, List<Named.Kind> kinds) {
        return switch (reference) {
            case Reference.Mention mention -> mentioned(mention, kinds);
            case Reference.Group group -> named(groupName(group), kinds);
            case Reference.Name name -> named(name.name(), kinds);
        };
    }

    private Named mentioned(Reference.Mention mention, List<Named.Kind> kinds) {
        var person =
                asked.directory().identity(mention.platform(), asked.asker().tenant(), mention.id());
        if (person.isPresent() && !person.get().active()) return deactivated(person.get());
        if (person.isPresent() && kinds.contains(Named.Kind.PERSON)) return new Named.Person(person.get());
        if (person.isPresent())
            return new Named.Unknown(say.say("name.needed", person.get().name(), words(kinds)), List.of());
        return new Named.Unknown(say.say("name.account", cut(mention.shown())), List.of());
    }

    /** A group of the platform stands for the team of its name. */
    private static String groupName(Reference.Group group) {
        return group.label().map(label -> label.replaceFirst("^@", "")).orElse(group.id());
    }

    private Named named(String name, List<Named.Kind> kinds) {
        if (name.equalsIgnoreCase("me") && kinds.contains(Named.Kind.PERSON))
            return asked.me()
                    .<Named>map(Named.Person::new)
                    .orElseGet(() -> new Named.Unknown(say.say("name.me"), List.of()));
        for (var kind : kinds) {
            var found = named(name, kind);
            if (found.isPresent()) return found.get();
        }
        var gone = kinds.contains(Named.Kind.PERSON)
                ? asked.directory().deactivatedNamed(name)
                : Optional.<Responder>empty();
        if (gone.isPresent()) return deactivated(gone.get());
        var near = NearestName.of(name, names(kinds).toList());
        return new Named.Unknown(
                say.say("name.unknown", words(kinds), cut(name)),
                near.map(List::of).orElse(List.of()));
    }

    private Named deactivated(Responder person) {
        return new Named.Unknown(say.say("name.deactivated", person.name()), List.of());
    }

    private Optional<Named> named(String name, Named.Kind kind) {
        var directory = asked.directory();
        return switch (kind) {
            case PERSON ->
                directory.responderNamed(name).or(() -> account(name)).map(Named.Person::new);
            case TEAM -> directory.teamNamed(name).map(Named.OfTeam::new);
            case SERVICE -> directory.serviceNamed(name).map(Named.ServiceNamed::new);
        };
    }

    /** In the built-in chat a typed name is also an address. */
    private Optional<Responder> account(String name) {
        return asked.asker().platform() == ContactKind.SANDBOX
                ? asked.directory()
                        .identity(ContactKind.SANDBOX, asked.asker().tenant(), name)
                        .filter(Responder::active)
                : Optional.empty();
    }

    private Stream<String> names(List<Named.Kind> kinds) {
        var directory = asked.directory();
        return kinds.stream()
                .flatMap(kind -> switch (kind) {
                    case PERSON -> directory.responders().stream().map(Responder::name);
                    case TEAM -> directory.teams().stream().map(Team::name);
                    case SERVICE -> directory.services().stream().map(Service::name);
                })
                .distinct();
    }

    /** "person", "person or team", "team, service or person". */
    private String words(List<Named.Kind> kinds) {
        var words =
                kinds.stream().map(kind -> say.say("name.kind." + kind.word())).toList();
        if (words.size() == 1) return words.getFirst();
        return say.say("or", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    private static String cut(String name) {
        var line = name.replace('\n', ' ');
        if (line.length() <= LONGEST_SHOWN) return line;
        int end = LONGEST_SHOWN - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) end--;
        return line.substring(0, end) + "…";
    }
}
