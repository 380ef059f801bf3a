package dev.arke.sandbox;

import java.net.URI;

/**
 * Lets visitors send a test alert. {@code intake} is the whole address of an integration of format generic, with its
 * key, on this very server.
 */
public record DemoControls(URI intake) {}
