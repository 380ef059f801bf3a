package dev.arke.chat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arke.alert.Priority;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands in the words of the vectors, to be compared whole. */
final class VectorForm {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private VectorForm() {}

    static Map<String, Object> plain(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }

    static Map<String, Object> of(Parsed parsed) {
        if (!(parsed instanceof Parsed.Understood(Command command))) throw new AssertionError(parsed.toString());
        var map = new HashMap<String, Object>();
        map.put("verb", command.verb().canonical());
        if (command instanceof Command.OnIncidents change) {
            map.put("incidents", change.incidents());
            onIncidents(change, map);
        } else {
            looking(command, map);
        }
        return plain(JSON.valueToTree(map));
    }

    private static void looking(Command command, Map<String, Object> map) {
        switch (command) {
            case Command.Help help -> put(map, "topic", help.topic().map(Verb::canonical));
            case Command.Who who -> {
                put(map, "about", who.about().map(VectorForm::reference));
                map.put("at", who.at().toString());
            }
            case Command.Next next -> put(map, "about", next.about().map(VectorForm::reference));
            case Command.Shifts shifts -> put(map, "of", shifts.of().map(VectorForm::reference));
            case Command.Cover cover -> {
                map.put("by", reference(cover.by()));
                put(map, "for", cover.insteadOf().map(VectorForm::reference));
                map.put("from", cover.from().toString());
                map.put("to", cover.to().toString());
            }
            case Command.Vacation vacation -> {
                map.put("first_day", vacation.first().toString());
                map.put("last_day", vacation.last().toString());
            }
            case Command.Swap swap -> {
                map.put("give", swap.give().toString());
                map.put("with", reference(swap.with()));
            }
            case Command.Take take -> {
                if (take.howLong() instanceof HowLong.For length)
                    map.put("for_seconds", length.length().toSeconds());
                put(map, "of", take.of().team().map(VectorForm::reference));
            }
            case Command.Page page -> {
                map.put("target", reference(page.target()));
                map.put("summary", page.summary());
                put(map, "priority", page.priority().map(Priority::word));
            }
            case Command.ListIncidents list ->
                map.put(
                        "filter",
                        list.filters().stream().map(VectorForm::filter).toList());
            case Command.Ask ask -> {
                map.put("incidents", List.of(ask.incident()));
                map.put("who", reference(ask.who()));
                map.put("question", ask.question());
            }
            case Command.Show show -> map.put("incident", show.incident());
            default -> {
                // the rest say nothing more
            }
        }
    }

    private static void onIncidents(Command.OnIncidents command, Map<String, Object> map) {
        switch (command) {
            case Command.Resolve resolve -> put(map, "note", resolve.note());
            case Command.Reassign reassign -> map.put("to", reference(reassign.to()));
            case Command.Add add ->
                map.put(
                        "people",
                        add.people().stream().map(VectorForm::reference).toList());
            case Command.Snooze snooze -> {
                put(map, "reason", snooze.reason());
                switch (snooze.howLong()) {
                    case HowLong.For length ->
                        map.put("for_seconds", length.length().toSeconds());
                    case HowLong.Until until -> map.put("until", until.at().toString());
                }
            }
            case Command.Note note -> map.put("text", note.text());
            case Command.Merge merge -> map.put("into", merge.into());
            case Command.SetPriority priority ->
                map.put("priority", priority.priority().word());
            default -> {
                // the rest say nothing more
            }
        }
    }

    private static Object reference(Reference reference) {
        return switch (reference) {
            case Reference.Name name -> Map.of("name", name.name());
            case Reference.Mention mention ->
                Map.of("mention", labelled(mention.platform().word(), mention.id(), mention.label()));
            case Reference.Group group ->
                Map.of("group", labelled(group.platform().word(), group.id(), group.label()));
        };
    }

    private static Map<String, Object> labelled(String platform, String id, Optional<String> label) {
        var map = new HashMap<String, Object>(Map.of("platform", platform, "id", id));
        put(map, "label", label);
        return map;
    }

    private static Object filter(ListFilter filter) {
        return switch (filter) {
            case ListFilter.Kind kind -> kind.word();
            case ListFilter.Of of -> of.priority().word();
            case ListFilter.About about -> List.of(reference(about.reference()));
        };
    }

    private static void put(Map<String, Object> map, String name, Optional<?> value) {
        value.ifPresent(present -> map.put(name, present));
    }
}
