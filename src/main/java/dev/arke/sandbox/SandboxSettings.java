package dev.arke.sandbox;

import java.net.URI;
import java.util.Optional;

/** How the built-in chat is reached, and whether it offers to send test alerts. */
public record SandboxSettings(URI publicUrl, Optional<DemoControls> demo) {}
