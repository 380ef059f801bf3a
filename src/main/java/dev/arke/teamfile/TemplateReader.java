package dev.arke.teamfile;

import dev.arke.alert.PageTemplate;
import dev.arke.responder.ContactKind;
import dev.arke.template.Templates;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the {@code templates} of a service: by way of contact a text, or a subject and a body. */
final class TemplateReader {
    private static final String CHAT = "chat";
    private static final String EXAMPLE = "{subject: \"{{ incident.summary }}\", body: …}";

    private final Problems problems;

    TemplateReader(Problems problems) {
        this.problems = problems;
    }

    /** What stands for all chats holds for those that have none of their own. */
    Map<ContactKind, PageTemplate> read(Section section) {
        var read = new LinkedHashMap<String, PageTemplate>();
        section.all().forEach((way, tree) -> {
            if (isKnown(way)) template(tree).ifPresent(template -> read.put(way, template));
            else
                problems.add(
                        section.place(way),
                        "there is no such way of contact. Write chat, slack, teams, email, sms, call or webhook.");
        });
        var templates = new EnumMap<ContactKind, PageTemplate>(ContactKind.class);
        for (var kind : ContactKind.values())
            Stream.of(kind.word(), kind.isChat() ? CHAT : "")
                    .filter(read::containsKey)
                    .findFirst()
                    .ifPresent(way -> templates.put(kind, read.get(way)));
        return templates;
    }

    private static boolean isKnown(String way) {
        return way.equals(CHAT) || ContactKind.parse(way).isPresent();
    }

    private Optional<PageTemplate> template(Tree tree) {
        if (tree instanceof Tree.Scalar body) return checked(body).map(text -> new PageTemplate("", text));
        var section = Section.of(tree, problems, EXAMPLE);
        var subject = section.scalar("subject").flatMap(this::checked).orElse("");
        var body = section.required("body", "\"{{ incident.summary }}\"").flatMap(this::checked);
        section.end();
        return body.map(text -> new PageTemplate(subject, text));
    }

    private Optional<String> checked(Tree.Scalar scalar) {
        var problem = Templates.problem(scalar.text());
        problem.ifPresent(what -> problems.add(scalar.place(), "this template cannot be used: it " + what + "."));
        return problem.isPresent() ? Optional.empty() : Optional.of(scalar.text());
    }
}
