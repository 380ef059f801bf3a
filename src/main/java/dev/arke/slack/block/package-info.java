/** What we say as Block Kit: pure, within Slack's limits, text of strangers as text. */
@NullMarked
package dev.arke.slack.block;

import org.jspecify.annotations.NullMarked;
