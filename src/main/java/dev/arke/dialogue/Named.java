package dev.arke.dialogue;

import dev.arke.alert.Service;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.List;

/** Who or what is meant by a reference. */
sealed interface Named {
    record Person(Responder responder) implements Named {}

    record OfTeam(Team team) implements Named {}

    record ServiceNamed(Service service) implements Named {}

    /** Nobody; {@code sentence} says so, {@code near} are names that may be meant. */
    record Unknown(String sentence, List<String> near) implements Named {
        public Unknown {
            near = List.copyOf(near);
        }
    }

    /** What a name can be the name of. */
    enum Kind {
        PERSON("person"),
        TEAM("team"),
        SERVICE("service");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
