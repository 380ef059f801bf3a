package dev.arke.http.rest;

import dev.arke.calendar.Provenance;
import dev.arke.calendar.Shift;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shifts in pages, by time: a page goes on where the one before ended, whatever came and went meanwhile. */
final class ShiftPages {
    private static final Comparator<Shift> ORDER = Comparator.comparing(
                    (Shift shift) -> shift.interval().start())
            .thenComparing(shift -> shift.id().toString());

    private ShiftPages() {}

    static Answers.Shifts page(Call call, Collection<Shift> shifts, int limit) {
        var after = call.query("after");
        if (after.isPresent() && !after.get().matches("[0-9TZ:.+-]{20,40}_[0-9a-f-]{36}"))
            throw RestRefusal.unreadable("after is not the next of a page.", "Take it from next in the page before.");
        var left = shifts.stream()
                .sorted(ORDER)
                .dropWhile(shift -> after.isPresent() && !isBehind(shift, after.get()))
                .limit(limit + 1L)
                .toList();
        var page = left.subList(0, Math.min(limit, left.size()));
        return new Answers.Shifts(
                page.stream().map(shift -> shift(call, shift)).toList(),
                left.size() > limit ? Optional.of(place(page.getLast())) : Optional.empty());
    }

    private static boolean isBehind(Shift shift, String place) {
        int mark = place.indexOf('_');
        var order = shift.interval().start().compareTo(instant(place.substring(0, mark)));
        return order > 0 || (order == 0 && shift.id().toString().compareTo(place.substring(mark + 1)) > 0);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw RestRefusal.unreadable("after is not the next of a page.", "Take it from next in the page before.");
        }
    }

    private static String place(Shift shift) {
        return shift.interval().start() + "_" + shift.id();
    }

    static List<Answers.Shift> shifts(Call call, Collection<Shift> shifts) {
        return shifts.stream().map(shift -> shift(call, shift)).toList();
    }

    static Answers.Shift shift(Call call, Shift shift) {
        var edited = shift.provenance() instanceof Provenance.Edited one
                ? Optional.of(one)
                : Optional.<Provenance.Edited>empty();
        return new Answers.Shift(
                shift.id().toString(),
                call.directory().team(shift.teamId()).name(),
                shift.role().word(),
                shift.responder().map(call::nameOf),
                shift.interval().start(),
                shift.interval().end(),
                edited.isPresent(),
                edited.flatMap(Provenance.Edited::insteadOf).map(call::nameOf),
                shift.version());
    }
}
