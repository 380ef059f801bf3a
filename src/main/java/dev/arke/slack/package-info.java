/** Slack: what it sends us becomes a line for the dialogue, what we say becomes Block Kit. */
@NullMarked
package dev.arke.slack;

import org.jspecify.annotations.NullMarked;
