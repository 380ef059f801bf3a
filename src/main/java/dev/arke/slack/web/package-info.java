/** The Web API: calls of Slack under time limits, what their errors mean, and the carrier that speaks through them. */
@NullMarked
package dev.arke.slack.web;

import org.jspecify.annotations.NullMarked;
