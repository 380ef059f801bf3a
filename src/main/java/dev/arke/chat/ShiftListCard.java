package dev.arke.chat;

import dev.arke.calendar.PersonShift;
import dev.arke.calendar.Role;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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
    public static Card of(UUID id, String name, List<PersonShift> shifts, boolean own, Instant now, Phrases say) {
        var body = new ArrayList<Element>();
        var lines = ShiftLines.lines(shifts, now, SHOWN, say);
        body.add(lines.isEmpty() ? Element.paragraph(say.say("person.none", name)) : new Element.Lines(lines));
        if (shifts.size() > SHOWN) body.add(Element.context(Span.text(say.say("shifts.more", shifts.size() - SHOWN))));
        return new Card(
                say.say("shifts.title", name),
                Tone.NEUTRAL,
                say.spans("shifts.title", new Span.Mention(id, name)),
                body,
                buttons(own && shifts.stream().anyMatch(shift -> shift.role() instanceof Role.Duty), say),
                List.of());
    }

    private static List<Button> buttons(boolean toGive, Phrases say) {
        var who = Button.of(say.say("next.button.now"), "who");
        return toGive
                ? List.of(
                        Button.of(say.say("shifts.button.swap"), "swap"),
                        Button.of(say.say("shifts.button.cover"), "cover anybody for me"),
                        Button.of(say.say("shifts.button.vacation"), "vacation"),
                        who)
                : List.of(who);
    }
}
