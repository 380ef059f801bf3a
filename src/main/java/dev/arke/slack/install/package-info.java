/** How Arke's app comes into a Slack workspace: what the app is, its manifest, its installations. */
@NullMarked
package dev.arke.slack.install;

import org.jspecify.annotations.NullMarked;
