/** The team file: YAML in, what it asks for or every mistake with its line out; applied at start and by command. */
@NullMarked
package dev.arke.teamfile;

import org.jspecify.annotations.NullMarked;
