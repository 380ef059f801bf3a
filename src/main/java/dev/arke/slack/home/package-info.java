/** The app's home tab in Slack: what concerns whoever looks at it. */
@NullMarked
package dev.arke.slack.home;

import org.jspecify.annotations.NullMarked;
