/** Drawings as PNG. Pure: from what is to be drawn to bytes, without the host's fonts. */
@NullMarked
package dev.arke.picture;

import org.jspecify.annotations.NullMarked;
