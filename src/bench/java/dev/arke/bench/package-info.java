/** Benchmarks: each prints a table, with the machine it ran on. None of them is a test. */
@NullMarked
package dev.arke.bench;

import org.jspecify.annotations.NullMarked;
