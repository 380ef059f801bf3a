package dev.arke.teamfile;

import dev.arke.engine.people.DesiredState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Team files for tests. */
final class TeamFiles {
    static final Surroundings AROUND = new Surroundings(
            Map.of(
                    "CHECKOUT_KEY", "0123456789abcdef-secret",
                    "PAYMENTS_KEY", "payments-0123456789abcdef",
                    "SCRIPTS_KEY", "scripts-0123456789abcdef"),
            Set.of("generic", "alertmanager", "grafana"),
            false);

    private TeamFiles() {}

    /** The example of the documentation, whole. */
    static String payments() {
        try (var file = Objects.requireNonNull(TeamFiles.class.getResourceAsStream("/teamfile/payments.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DesiredState desired(String text) {
        return good(text).desired();
    }

    static Reading.Good good(String text) {
        return switch (TeamFile.read(text, AROUND)) {
            case Reading.Good good -> good;
            case Reading.Bad(var problems) -> throw new AssertionError(problems);
        };
    }

    static List<String> problems(String text) {
        return switch (TeamFile.read(text, AROUND)) {
            case Reading.Good ignored -> List.of();
            case Reading.Bad(var problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }
}
