package dev.arke.chat;

import dev.arke.card.Phrases;

/** What one wants to do: the headings of the help. */
public enum Purpose {
    LOOK("purpose.look"),
    CALENDAR("purpose.calendar"),
    CALL("purpose.call"),
    HANDLE("purpose.handle"),
    SET_UP("purpose.set.up");

    private final String key;

    Purpose(String key) {
        this.key = key;
    }

    String heading(Phrases help) {
        return help.say(key);
    }
}
