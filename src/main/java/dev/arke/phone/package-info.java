/** Texts and phone calls, through whichever provider is set up. */
@NullMarked
package dev.arke.phone;

import org.jspecify.annotations.NullMarked;
