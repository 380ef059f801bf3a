package dev.arke.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors through the pure rule. */
class LeastRecentVectorsTest {
    static Stream<LeastRecentCase> cases() {
        return LeastRecentCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyVectorHolds(LeastRecentCase vector) {
        var rotation = vector.rotation();
        var rows = vector.rows();
        var own = rows.stream()
                .filter(shift -> shift.provenance() instanceof Provenance.Planned)
                .toList();
        var elsewhere = rows.stream()
                .filter(shift -> !own.contains(shift))
                .filter(shift -> shift.interval().end().isAfter(vector.now()))
                .toList();
        var ofDuty = rows.stream()
                .filter(shift -> shift.teamId().equals(LeastRecentCase.TEAM)
                        && shift.role().equals(Role.Duty.PRIMARY))
                .toList();

        var diff = Filling.of(
                rotation,
                own,
                elsewhere,
                History.of(ofDuty, rotation.id(), vector.now()),
                UUID::randomUUID,
                vector.now());

        var left = new ArrayList<>(own);
        left.removeAll(diff.removed());
        diff.moved().forEach(move -> left.set(left.indexOf(move.before()), move.after()));
        left.addAll(diff.added());
        left.sort(Comparator.comparing(shift -> shift.interval().start()));
        vector.check(new LeastRecentCase.Left(left, diff));
    }
}
