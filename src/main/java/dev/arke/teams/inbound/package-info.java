/** What people do in Teams, and how they are answered. */
@NullMarked
package dev.arke.teams.inbound;

import org.jspecify.annotations.NullMarked;
