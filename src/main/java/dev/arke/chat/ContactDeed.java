package dev.arke.chat;

/** What becomes of one of somebody's ways of contact. */
public enum ContactDeed {
    ADD,
    VERIFY,
    REMOVE
}
