/** What is asked of the Bot Framework's connector, and how it fails. */
@NullMarked
package dev.arke.teams.web;

import org.jspecify.annotations.NullMarked;
