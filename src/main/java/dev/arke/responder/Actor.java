package dev.arke.responder;

import java.util.Optional;
import java.util.UUID;

/** Who did something. Written and read as one word: {@code person:alice}, {@code slack:T1/U2}, {@code monitor:prod}. */
public sealed interface Actor {
    /** A known responder. */
    record Person(UUID id, String name) implements Actor {
        @Override
        public String word() {
            return "person:" + name;
        }

        @Override
        public String label() {
            return name;
        }
    }

    /** A member of a connected chat workspace whom no responder is linked to. */
    record Unlinked(ContactKind platform, String tenant, String userId, String displayName) implements Actor {
        @Override
        public String word() {
            return platform.word() + ":" + tenant + "/" + userId;
        }

        @Override
        public String label() {
            return displayName.isBlank() ? word() : displayName;
        }
    }

    /** A guest, a bot or somebody of another organisation: may look at nothing and act on nothing. */
    record Outsider(ContactKind platform, String tenant, String userId) implements Actor {
        @Override
        public String word() {
            return "outsider:" + platform.word() + ":" + tenant + "/" + userId;
        }

        @Override
        public String label() {
            return "somebody from outside";
        }
    }

    /** A monitor, through the integration of that name. */
    record Monitor(String integration) implements Actor {
        @Override
        public String word() {
            return "monitor:" + integration;
        }

        @Override
        public String label() {
            return integration;
        }
    }

    /** An API key, of one team or of all, or the operator's command line. */
    record ApiKey(String name, ApiScope scope, Optional<UUID> teamId) implements Actor {
        public ApiKey(String name, boolean admin) {
            this(name, admin ? ApiScope.ADMIN : ApiScope.WRITE, Optional.empty());
        }

        /** Whether it is of this team, or of all; what is no team's only the latter are. */
        public boolean reaches(Optional<UUID> team) {
            return teamId.isEmpty() || teamId.equals(team);
        }

        @Override
        public String word() {
            return "key:" + name;
        }

        @Override
        public String label() {
            return name;
        }
    }

    /** Arke itself. */
    record Arke() implements Actor {
        @Override
        public String word() {
            return "system:arke";
        }

        @Override
        public String label() {
            return "Arke";
        }
    }

    /** How the actor is kept in tables; stable. */
    String word();

    /** How the actor is called in chat. */
    String label();
}
