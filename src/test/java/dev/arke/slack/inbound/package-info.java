/** What Slack sends, at its edge. */
@NullMarked
package dev.arke.slack.inbound;

import org.jspecify.annotations.NullMarked;
