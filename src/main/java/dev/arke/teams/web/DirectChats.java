package dev.arke.teams.web;

import dev.arke.delivery.TeamsPerson;
import java.util.function.Consumer;

/**
 * Messages to people in their chats with us: opened where they never wrote to us, and once anew where what was kept is refused,
 * as it may never have been ours.
 */
public final class DirectChats {
    private final Connector connector;
    private final Consumer<TeamsPerson> opened;

    /** {@code opened} is told of each chat that was opened. */
    public DirectChats(Connector connector, Consumer<TeamsPerson> opened) {
        this.connector = connector;
        this.opened = opened;
    }

    public Called<MessageRef> send(String serviceUrl, TeamsPerson person, Post post) {
        if (person.conversationId().isEmpty())
            return open(serviceUrl, person).then(chat -> sendTo(serviceUrl, person, chat, post));
        var kept = person.conversationId().get();
        var sent = connector.send(serviceUrl, kept, post);
        return sent.failed().filter(TeamsFailure::isNobodyThere).isEmpty()
                ? sent
                : open(serviceUrl, person)
                        .answered()
                        .filter(chat -> !chat.equals(kept))
                        .map(chat -> sendTo(serviceUrl, person, chat, post))
                        .orElse(sent);
    }

    private Called<String> open(String serviceUrl, TeamsPerson person) {
        return connector.direct(serviceUrl, person.tenant(), person.userId());
    }

    private Called<MessageRef> sendTo(String serviceUrl, TeamsPerson person, String chat, Post post) {
        opened.accept(person.reachedAt(serviceUrl, chat));
        return connector.send(serviceUrl, chat, post);
    }
}
