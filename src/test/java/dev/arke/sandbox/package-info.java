/** Tests of the built-in chat. */
@NullMarked
package dev.arke.sandbox;

import org.jspecify.annotations.NullMarked;
