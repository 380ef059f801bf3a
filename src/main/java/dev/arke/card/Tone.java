package dev.arke.card;

/** The mood of a card, told by words and a coloured edge, never by colour alone. */
public enum Tone {
    NEUTRAL,
    ALARM,
    WARNING,
    CLAIMED,
    GOOD
}
