package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.OverrideCase;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The vectors of covers as chat text, through the use case and the stores. */
@EachDatabase
final class OverrideVectorsTest {
    private static final Map<String, String> NAMES =
            Map.of("ann", "alice", "bob", "bob", "cy", "chen", "dan", "dana", "zoe", "zoe");
    private static final Map<String, String> SAID = Map.of(
            "say_which_role", "Which one?",
            "not_in_team", "dana is not in team payments",
            "unknown_responder", "I know no person called zoe",
            "missing", "Until when",
            "empty_interval", "That has no length",
            "reversed_interval", "That ends before it starts");

    private final Office office;

    OverrideVectorsTest(Database database) {
        office = new Office(database);
    }

    @Test
    void everyVectorHolds() {
        office.clock.set(OverrideCase.EPOCH);
        office.fill();
        office.rotation(OverrideCase.ROTATION);
        OverrideCase.all().forEach(vector -> {
            try {
                check(vector);
            } catch (AssertionError failed) {
                throw new AssertionError(vector + ": " + failed.getMessage(), failed);
            }
        });
    }

    private void check(OverrideCase vector) {
        office.clear();
        office.insert(vector.rows().stream().map(this::toOffice).toList());

        var said = office.says("alice", line(vector));

        vector.refusal()
                .ifPresentOrElse(
                        reason -> assertThat(said)
                                .containsIgnoringCase(
                                        reason.equals("nothing_to_cover") ? nothing(vector) : SAID.get(reason))
                                .contains("/oncall"),
                        () -> assertThat(said).contains(NAMES.get(vector.by()) + " covers you as primary of payments"));
        vector.check(office.shifts().stream().map(this::fromOffice).toList());
    }

    private static String nothing(OverrideCase vector) {
        return "Nothing was changed: you are not " + vector.duty().orElseThrow().word() + " for payments in that time.";
    }

    private static String line(OverrideCase vector) {
        return "cover @" + NAMES.get(vector.by()) + " for @" + NAMES.get(vector.insteadOf()) + " from " + vector.from()
                + vector.to().map(to -> " to " + to).orElse("")
                + vector.duty().map(Role.Duty::word).map(duty -> " as " + duty).orElse("");
    }

    private Shift toOffice(Shift shift) {
        return moved(shift, office.payments.id(), ids(true));
    }

    private Shift fromOffice(Shift shift) {
        return moved(shift, OverrideCase.TEAM, ids(false));
    }

    private Map<UUID, UUID> ids(boolean toOffice) {
        var ids = new HashMap<UUID, UUID>();
        Map.of("ann", office.alice, "bob", office.bob, "cy", office.chen, "dan", office.dana)
                .forEach((name, person) -> ids.put(
                        toOffice ? OverrideCase.person(name) : person.id(),
                        toOffice ? person.id() : OverrideCase.person(name)));
        return ids;
    }

    private static Shift moved(Shift shift, UUID team, Map<UUID, UUID> people) {
        var provenance = switch (shift.provenance()) {
            case Provenance.Planned planned -> planned;
            case Provenance.Edited edited ->
                new Provenance.Edited(edited.of(), edited.insteadOf().map(people::get), edited.change());
        };
        return new Shift(
                shift.id(), team, shift.role(), shift.responder().map(people::get), shift.interval(), provenance);
    }
}
