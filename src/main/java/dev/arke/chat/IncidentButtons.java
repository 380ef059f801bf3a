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
        return of("button.give.back", "unack");
    }

    Button reopen() {
        return of("button.reopen", "reopen");
    }

    Button room() {
        return of("button.room", "room");
    }

    Button note() {
        return of("menu.note", "note");
    }

    Button handOver() {
        return of("menu.hand.over", "reassign");
    }

    Button addOne() {
        return of("menu.add", "add");
    }

    Button ask() {
        return of("menu.ask", "ask");
    }

    Button snooze() {
        return of("button.snooze.hour", "snooze", " 1h");
    }

    Button snoozeFor() {
        return of("menu.snooze", "snooze");
    }

    Button escalate() {
        return of("button.escalate", "escalate");
    }

    Button priority() {
        return of("menu.priority", "priority");
    }

    Button merge() {
        return of("menu.merge", "merge");
    }

    Button archiveRoom() {
        return of("menu.archive.room", "room", " archive");
    }

    Button all() {
        return of("menu.all", "show");
    }

    private Button of(String words, String verb) {
        return of(words, verb, "");
    }

    private Button of(String words, String verb, String rest) {
        return Button.of(phrases.say(words), verb + " " + number + rest);
    }
}
