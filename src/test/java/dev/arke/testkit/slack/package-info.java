/** A Slack for tests: a stateful part of its Web API that refuses what Slack refuses. */
@NullMarked
package dev.arke.testkit.slack;

import org.jspecify.annotations.NullMarked;
