package dev.arke.chat;

import dev.arke.calendar.PersonShift;
import dev.arke.calendar.Role;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What one person has on the calendar, from now on. */
public final class ShiftListCard {
    private static final int SHOWN = 12;

    private ShiftListCard() {}

    /** {@code shifts} are those that end after {@code now}, in order of time; {@code own}: of the one who reads it. */
    public static Card of(UUID id, String name, List<PersonShift> shifts, boolean own, Instant now) {
        var body = new ArrayList<Element>();
        var lines = ShiftLines.lines(shifts, now, SHOWN);
        body.add(
                lines.isEmpty()
                        ? Element.paragraph("No shifts are planned for " + name + ".")
                        : new Element.Lines(lines));
        if (shifts.size() > SHOWN) body.add(Element.context(Span.text(shifts.size() - SHOWN + " more are planned.")));
        return new Card(
                "Shifts of " + name,
                Tone.NEUTRAL,
                List.of(Span.text("Shifts of "), new Span.Mention(id, name)),
                body,
                buttons(own && shifts.stream().anyMatch(shift -> shift.role() instanceof Role.Duty)),
                List.of());
    }

    private static List<Button> buttons(boolean toGive) {
        var who = Button.of("Who is on call now", "who");
        return toGive
                ? List.of(
                        Button.of("Swap…", "swap"),
                        Button.of("Find cover…", "cover anybody for me"),
                        Button.of("Vacation…", "vacation"),
                        who)
                : List.of(who);
    }
}
