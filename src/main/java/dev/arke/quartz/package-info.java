/** The metronome: wakes the engine at instants and at intervals. It owns no state; what is due is in the rows. */
@NullMarked
package dev.arke.quartz;

import org.jspecify.annotations.NullMarked;
