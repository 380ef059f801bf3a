package dev.arke.chat;

import dev.arke.responder.ContactKind;
import java.util.Optional;

/** Somebody or something as a chat line names it. Who is meant is for the use case to find out. */
public sealed interface Reference {
    /** A person mentioned with the platform's own picker: {@code id} is the platform's user id. */
    record Mention(ContactKind platform, String id, Optional<String> label) implements Reference {
        @Override
        public String shown() {
            return label.map(name -> "@" + name).orElse("@" + id);
        }
    }

    /** A user group mentioned with the platform's own picker. */
    record Group(ContactKind platform, String id, Optional<String> label) implements Reference {
        @Override
        public String shown() {
            return label.orElse("@" + id);
        }
    }

    /** A typed name without its {@code @}: a person, a team, a service, or "me" for whoever types. */
    record Name(String name) implements Reference {
        @Override
        public String shown() {
            return name;
        }
    }

    /** The words for it in an answer. */
    String shown();
}
