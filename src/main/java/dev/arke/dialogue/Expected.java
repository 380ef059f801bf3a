package dev.arke.dialogue;

/**
 * What a line will probably do, said before anything is read: a platform that must be answered in time waits for a change to
 * be kept, does not wait for a look, and opens its form before it expires.
 */
public enum Expected {
    /** It is not understood. */
    NOTHING,
    /** Only reads. */
    LOOKS,
    CHANGES,
    /** A form opens, or would if the incident were clear. */
    OPENS_FORM
}
