package dev.arke.http;

/** Ends the reading of a body; caught where the body was taken up, never seen outside this package. */
final class NotReadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;

    NotReadable(String what, String where) {
        super(what, null, false, false);
        this.what = what;
        this.where = where;
    }

    Inbound.Unreadable toUnreadable() {
        return new Inbound.Unreadable(what, where);
    }
}
