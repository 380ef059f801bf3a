package dev.arke.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.responder.Rights.Standing;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of rights: who may do what, by the acts that are allowed. */
class RightsTest {
    private static final UUID ID = new UUID(0, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        unlinked member            | READ ACKNOWLEDGE
        outsider                   |
        responder                  | READ ACKNOWLEDGE RESPOND OWN
        admin of another team      | READ ACKNOWLEDGE RESPOND OWN
        admin of the team          | READ ACKNOWLEDGE RESPOND OWN CHANGE_TEAM
        admin                      | READ ACKNOWLEDGE RESPOND OWN CHANGE_TEAM ADMINISTER
        deactivated admin          |
        monitor                    | RESPOND
        read key                   | READ
        write key                  | READ ACKNOWLEDGE RESPOND OWN CHANGE_TEAM
        write key of another team  |
        admin key                  | READ ACKNOWLEDGE RESPOND OWN CHANGE_TEAM ADMINISTER
        Arke                       | READ ACKNOWLEDGE RESPOND OWN CHANGE_TEAM ADMINISTER
        """)
    void eachMayDoThisAndNothingElse(String who, @Nullable String acts) {
        var allowed = Arrays.stream(Act.values())
                .filter(act -> Rights.refusal(standing(who), act).isEmpty())
                .map(Act::name)
                .collect(Collectors.joining(" "));

        assertThat(allowed).isEqualTo(acts == null ? "" : acts);
    }

    private static Standing standing(String who) {
        return switch (who) {
            case "unlinked member" -> of(new Actor.Unlinked(ContactKind.SLACK, "T1", "U1", "Hana"), false, false);
            case "outsider" -> of(new Actor.Outsider(ContactKind.SLACK, "T1", "U2"), true, true);
            case "responder", "admin of another team" -> of(new Actor.Person(ID, "bob"), false, false);
            case "admin of the team" -> of(new Actor.Person(ID, "dana"), false, true);
            case "admin" -> of(new Actor.Person(ID, "alice"), true, false);
            case "deactivated admin" -> new Standing(new Actor.Person(ID, "alice"), false, true, true);
            case "monitor" -> of(new Actor.Monitor("prometheus"), true, true);
            case "read key" -> of(key(ApiScope.READ), false, true);
            case "write key" -> of(key(ApiScope.WRITE), false, true);
            case "write key of another team" -> of(key(ApiScope.WRITE), false, false);
            case "admin key" -> of(key(ApiScope.ADMIN), false, true);
            case "Arke" -> of(new Actor.Arke(), false, false);
            default -> throw new IllegalArgumentException(who);
        };
    }

    private static Standing of(Actor actor, boolean admin, boolean teamAdmin) {
        return new Standing(actor, true, admin, teamAdmin);
    }

    private static Actor key(ApiScope scope) {
        return new Actor.ApiKey("backup", scope, Optional.empty());
    }
}
