package dev.arke.slack.block;

/** The beginnings of the ids by which Slack tells us what was clicked or filled in; a message's ids differ by number. */
public final class ActionIds {
    /** A button or menu whose value is a line to run. */
    public static final String RUN = "run:";
    /** A button whose value is a line to run again for everybody. */
    public static final String SHARE = "share:";
    /** An input of a form, followed by its name; its block's id is the name. Also a modal, followed by its verb. */
    public static final String FORM = "form:";
    /** A button that only leads somewhere. */
    public static final String LINK = "link:";

    private ActionIds() {}
}
