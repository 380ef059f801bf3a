/** Reads calendars of vacations that are kept elsewhere: fetched from public addresses only, and as much of each as can be read. */
@NullMarked
package dev.arke.ical;

import org.jspecify.annotations.NullMarked;
