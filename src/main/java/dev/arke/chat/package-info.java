/** The chat grammar (line to command) and the pure views (state to card). */
@NullMarked
package dev.arke.chat;

import org.jspecify.annotations.NullMarked;
