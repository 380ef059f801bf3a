package dev.arke.sandbox;

/** One browser being one person: the address of that person and the browser's session. */
record Visitor(String me, String session) {}
