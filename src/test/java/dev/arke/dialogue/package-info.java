/** Conversations with the real engine on both databases. */
@NullMarked
package dev.arke.dialogue;

import org.jspecify.annotations.NullMarked;
