package dev.arke.dialogue;

import dev.arke.card.Form;
import dev.arke.chat.Command;
import dev.arke.chat.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms there are, one for each verb that may want more than its line said. */
final class Forms {
    private static final Map<Verb, VerbForm> FORMS = Map.of(
            Verb.PAGE, new PageForm(),
            Verb.SNOOZE, new SnoozeForm(),
            Verb.NOTE, new NoteForm(),
            Verb.REASSIGN, new ReassignForm(),
            Verb.ADD, new AddForm(),
            Verb.MERGE, new MergeForm(),
            Verb.PRIORITY, new PriorityForm());

    private Forms() {}

    static Optional<VerbForm> of(Verb verb) {
        return Optional.ofNullable(FORMS.get(verb));
    }

    private static final class PageForm implements VerbForm {
        @Override
        public Form open(Asked asked, Map<String, String> given) {
            var target = Filling.givenTarget(asked, given, PageSomebody.TARGETS);
            return new Form(
                    Verb.PAGE.word(),
                    "Page somebody",
                    "Page now",
                    List.of(
                            Inputs.target(asked, "Whom to page, or what is broken", target, PageSomebody.TARGETS),
                            Inputs.line(Filling.TEXT, "What is wrong", true, ""),
                            Inputs.priority("How urgent", given)));
        }

        @Override
        public Filled read(Asked asked, Map<String, String> values) {
            var filling = new Filling(asked, values);
            var target = filling.target(PageSomebody.TARGETS);
            var summary = filling.text("What is wrong? One sentence is enough.");
            var priority = filling.priority();
            return filling.understood(() -> new Command.Page(target, summary, Optional.of(priority)));
        }
    }

    private static final class SnoozeForm implements VerbForm {
        @Override
        public Form open(Asked asked, Map<String, String> given) {
            return new Form(
                    Verb.SNOOZE.word(),
                    "Snooze",
                    "Snooze",
                    List.of(
                            Inputs.incidents(asked, given),
                            Inputs.line(Filling.HOW_LONG, "How long (30m, 2h, until tomorrow 9:00)", true, "1h"),
                            Inputs.text("Why", false)));
        }

        @Override
        public Filled read(Asked asked, Map<String, String> values) {
            var filling = new Filling(asked, values);
            var incidents = filling.incidents();
            var howLong = filling.howLong();
            var reason = filling.optionalText();
            return filling.understood(() -> new Command.Snooze(incidents, howLong.orElseThrow(), reason));
        }
    }

    private static final class NoteForm implements VerbForm {
        @Override
        public Form open(Asked asked, Map<String, String> given) {
            return new Form(
                    Verb.NOTE.word(),
                    "Add a note",
                    "Add",
                    List.of(Inputs.incidents(asked, given), Inputs.text("Your note", true)));
        }

        @Override
        public Filled read(Asked asked, Map<String, String> values) {
            var filling = new Filling(asked, values);
            var incidents = filling.incidents();
            var text = filling.text("Write your note here.");
            return filling.understood(() -> new Command.Note(incidents, text));
        }
    }

    private static final class ReassignForm implements VerbForm {
        @Override
        public Form open(Asked asked, Map<String, String> given) {
            return new Form(
                    Verb.REASSIGN.word(),
                    "Hand over",
                    "Hand over",
                    List.of(
                            Inputs.incidents(asked, given),
                            Inputs.target(asked, "To whom", "", List.of(Named.Kind.PERSON, Named.Kind.TEAM))));
        }

        @Override
        public Filled read(Asked asked, Map<String, String> values) {
            var filling = new Filling(asked, values);
            var incidents = filling.incidents();
            var to = filling.target(FindPeople.KINDS);
            return filling.understood(() -> new Command.Reassign(incidents, to));
        }
    }

    private static final class AddForm implements VerbForm {
        @Override
        public Form open(Asked asked, Map<String, String> given) {
            return new Form(
                    Verb.ADD.word(),
                    "Page one more",
                    "Page now",
                    List.of(
                            Inputs.incidents(asked, given),
                            Inputs.target(asked, "Whom", "", List.of(Named.Kind.PERSON, Named.Kind.TEAM))));
        }

        @Override
        public Filled read(Asked asked, Map<String, String> values) {
            var filling = new Filling(asked, values);
            var incidents = filling.incidents();
            var who = filling.target(FindPeople.KINDS);
            return filling.understood(() -> new Command.Add(incidents, List.of(who)));
        }
    }

    private static final class MergeForm implements VerbForm {
        @Override
        public Form open(Asked asked, Map<String, String> given) {
            return new Form(
                    Verb.MERGE.word(),
                    "Merge",
                    "Merge",
                    List.of(
                            Inputs.incidents(asked, given),
                            Inputs.line(Filling.INTO, "Into incident number", true, "")));
        }

        @Override
        public Filled read(Asked asked, Map<String, String> values) {
            var filling = new Filling(asked, values);
            var incidents = filling.incidents();
            var into = filling.into(incidents);
            return filling.understood(() -> new Command.Merge(incidents, into));
        }
    }

    private static final class PriorityForm implements VerbForm {
        @Override
        public Form open(Asked asked, Map<String, String> given) {
            return new Form(
                    Verb.PRIORITY.word(),
                    "Change the priority",
                    "Change",
                    List.of(Inputs.incidents(asked, given), Inputs.priority("Priority", given)));
        }

        @Override
        public Filled read(Asked asked, Map<String, String> values) {
            var filling = new Filling(asked, values);
            var incidents = filling.incidents();
            var priority = filling.priority();
            return filling.understood(() -> new Command.SetPriority(incidents, priority));
        }
    }
}
