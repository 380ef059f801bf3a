/** What Slack sends us, over signed HTTP or Socket Mode: acknowledged in time, run by the dialogue, answered. */
@NullMarked
package dev.arke.slack.inbound;

import org.jspecify.annotations.NullMarked;
