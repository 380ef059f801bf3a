/** What people answer by text and by the keys of a phone. */
@NullMarked
package dev.arke.engine.reach;

import org.jspecify.annotations.NullMarked;
