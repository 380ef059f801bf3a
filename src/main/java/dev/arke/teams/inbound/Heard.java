package dev.arke.teams.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.delivery.TeamsPlace;
import dev.arke.teams.web.MessageRef;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One activity that Teams sent, as it came; what is missing in it is blank. */
record Heard(JsonNode activity) {
    /** Who did it, as the request says. {@code account} is the object id, where there is one. */
    record Who(String tenant, String userId, String account, String name, Optional<ZoneId> zone) {}

    String type() {
        return text("/type");
    }

    String name() {
        return text("/name");
    }

    String id() {
        return text("/id");
    }

    String serviceUrl() {
        return text("/serviceUrl");
    }

    String conversation() {
        return text("/conversation/id");
    }

    String botId() {
        return text("/recipient/id");
    }

    JsonNode value() {
        return activity.path("value");
    }

    JsonNode channelData() {
        return activity.path("channelData");
    }

    /** Of the conversation, and not of the person: who is of another one is from outside. */
    String tenant() {
        var told = text("/channelData/tenant/id");
        return told.isEmpty() ? text("/conversation/tenantId") : told;
    }

    TeamsPlace.Kind kind() {
        return switch (text("/conversation/conversationType")) {
            case "channel" -> TeamsPlace.Kind.CHANNEL;
            case "groupChat" -> TeamsPlace.Kind.GROUP;
            default -> isOfMany() ? TeamsPlace.Kind.GROUP : TeamsPlace.Kind.PERSONAL;
        };
    }

    private boolean isOfMany() {
        boolean isRoom = conversation().startsWith("19:")
                && !text("/conversation/conversationType").equals("personal");
        return isRoom || activity.at("/conversation/isGroup").asBoolean();
    }

    boolean isPersonal() {
        return kind() == TeamsPlace.Kind.PERSONAL;
    }

    /** From a menu or a search box, which stand also where Arke is not, as in a chat of two other people. */
    boolean isOfExtension() {
        return name().startsWith("composeExtension/");
    }

    /** Whether it was said so that only we see it. */
    boolean isTargeted() {
        return activity.at("/recipient/isTargeted").asBoolean();
    }

    Optional<String> team() {
        return Optional.of(text("/channelData/team/id")).filter(id -> !id.isEmpty());
    }

    Who who() {
        var account = text("/from/aadObjectId").toLowerCase(Locale.ROOT);
        var user = text("/from/id");
        return new Who(
                tenant(), user, account.isEmpty() ? user : account, text("/from/name"), zone(text("/localTimezone")));
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The message that was clicked or whose thread this is, as its carrier knows it. */
    Optional<MessageRef> message() {
        var clicked = text("/replyToId");
        boolean isSubmit = !value().isMissingNode() && text("/text").isBlank();
        if (type().equals("invoke") || isSubmit) return MessageRef.of(conversation(), clicked);
        return kind() == TeamsPlace.Kind.CHANNEL
                ? MessageRef.root(conversation(), clicked.isEmpty() ? id() : clicked)
                : MessageRef.of(conversation(), clicked);
    }

    /** Whom the text mentions, by label; ids as Teams knows them. */
    Map<String, String> mentions() {
        var mentions = new LinkedHashMap<String, String>();
        mentioned().forEach((label, ids) -> mentions.put(label, ids.getFirst()));
        return mentions;
    }

    /** What two people are mentioned by, so that the text does not tell who is meant where. */
    Optional<String> sharedLabel() {
        return mentioned().entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<String, List<String>> mentioned() {
        var mentions = new LinkedHashMap<String, List<String>>();
        for (var entity : activity.path("entities")) {
            if (!entity.path("type").asText().equals("mention")) continue;
            var id = entity.at("/mentioned/id").asText("");
            var label =
                    entity.path("text").asText("").replaceAll("<[^<>]*>", "").strip();
            if (label.isEmpty()) label = entity.at("/mentioned/name").asText("");
            if (id.isEmpty() || label.isEmpty()) continue;
            var ids = mentions.computeIfAbsent(label, any -> new ArrayList<>());
            if (!ids.contains(id)) ids.add(id);
        }
        return mentions;
    }

    String text(String pointer) {
        return activity.at(pointer).asText("");
    }
}
