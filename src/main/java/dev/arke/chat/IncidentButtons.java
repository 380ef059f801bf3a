package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Phrases;
import java.util.function.BiFunction;

/** What can be done about an incident, as buttons in a language. */
record IncidentButtons(long number, Phrases phrases) {
    Button acknowledge() {
        return Button.primary(phrases.say("button.ack"), "ack " + number);
    }

    /** The first of a row stands out. */
    Button resolve(BiFunction<String, String, Button> look) {
        return look.apply(phrases.say("button.resolve"), "resolve " + number);
    }

    Button giveBack() {
        return Button.of(phrases.say("button.give.back"), "unack " + number);
    }

    Button reopen() {
        return Button.of(phrases.say("button.reopen"), "reopen " + number);
    }

    Button room() {
        return Button.of(phrases.say("button.room"), "room " + number);
    }

    Button note() {
        return Button.of(phrases.say("menu.note"), "note " + number);
    }

    Button handOver() {
        return Button.of(phrases.say("menu.hand.over"), "reassign " + number);
    }

    Button addOne() {
        return Button.of(phrases.say("menu.add"), "add " + number);
    }

    Button ask() {
        return Button.of(phrases.say("menu.ask"), "ask " + number);
    }

    Button snooze() {
        return Button.of(phrases.say("button.snooze.hour"), "snooze " + number + " 1h");
    }

    Button snoozeFor() {
        return Button.of(phrases.say("menu.snooze"), "snooze " + number);
    }

    Button escalate() {
        return Button.of(phrases.say("button.escalate"), "escalate " + number);
    }

    Button priority() {
        return Button.of(phrases.say("menu.priority"), "priority " + number);
    }

    Button merge() {
        return Button.of(phrases.say("menu.merge"), "merge " + number);
    }

    Button archiveRoom() {
        return Button.of(phrases.say("menu.archive.room"), "room " + number + " archive");
    }

    Button all() {
        return Button.of(phrases.say("menu.all"), "show " + number);
    }
}
