package dev.arke.database;

/** When a unit of work counts as done. */
public enum Durability {
    /** On the disk, surviving a power cut: before any answer to the outside. */
    SYNCED,
    /** Committed; a power cut may undo it, which repeats work but loses none: claims and outcomes. */
    RELAXED
}
