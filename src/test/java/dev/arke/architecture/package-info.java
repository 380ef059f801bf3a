/** The shape of the code, held by tests: who imports whom, which names, how long, on which clock. */
@NullMarked
package dev.arke.architecture;

import org.jspecify.annotations.NullMarked;
