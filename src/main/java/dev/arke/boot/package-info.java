/** The command line, the one object graph, and the order of start and stop. Nobody imports this package. */
@NullMarked
package dev.arke.boot;

import org.jspecify.annotations.NullMarked;
