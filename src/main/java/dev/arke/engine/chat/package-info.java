/** What every chat needs of the engine besides the verbs: that what is sent twice is done once. */
@NullMarked
package dev.arke.engine.chat;

import org.jspecify.annotations.NullMarked;
