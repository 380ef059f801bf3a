/** The app's manifest. */
@NullMarked
package dev.arke.teams.install;

import org.jspecify.annotations.NullMarked;
