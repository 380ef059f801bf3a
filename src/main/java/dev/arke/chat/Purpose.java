package dev.arke.chat;

/** What one wants to do: the headings of the help. */
public enum Purpose {
    LOOK("Look"),
    CALENDAR("The calendar"),
    CALL("Call somebody"),
    HANDLE("Handle an incident"),
    SET_UP("Set up and try out");

    private final String heading;

    Purpose(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
