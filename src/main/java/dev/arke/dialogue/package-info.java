/** Conversation: a chat line, click or form becomes a use case and its answer; one class for each verb, for all chats. */
@NullMarked
package dev.arke.dialogue;

import org.jspecify.annotations.NullMarked;
