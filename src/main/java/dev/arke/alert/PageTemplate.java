package dev.arke.alert;

/**
 * What pages of a service say by one way of contact, instead of the usual words: Jinja, filled in for each page. A blank
 * {@code subject} leaves the usual one.
 */
public record PageTemplate(String subject, String body) {}
