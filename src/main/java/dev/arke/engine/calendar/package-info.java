/** The calendar's duties and reads: rotations are filled, and whoever asks is told who is on call. */
@NullMarked
package dev.arke.engine.calendar;

import org.jspecify.annotations.NullMarked;
