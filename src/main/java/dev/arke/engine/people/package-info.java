/** Who is who and what belongs to whom: the directory, and how it is changed. */
@NullMarked
package dev.arke.engine.people;

import org.jspecify.annotations.NullMarked;
