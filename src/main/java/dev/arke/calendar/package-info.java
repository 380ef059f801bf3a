/** The on-call calendar: pure time arithmetic over roles, rotations and shifts. */
@NullMarked
package dev.arke.calendar;

import org.jspecify.annotations.NullMarked;
