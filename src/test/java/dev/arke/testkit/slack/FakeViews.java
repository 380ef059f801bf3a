package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Modals and home tabs. A trigger opens one modal, once. */
public final class FakeViews {
    /** A view as it stands; {@code json} is what the app sent. */
    public record View(String id, String hash, JsonNode json) {}

    private final Map<String, View> views = new LinkedHashMap<>();
    private final Map<String, View> homes = new LinkedHashMap<>();
    private final Map<String, Boolean> triggers = new HashMap<>();
    private int count;

    /** What a command or a click brings along to open a modal with. */
    public synchronized String trigger() {
        var trigger = "trigger." + ++count;
        triggers.put(trigger, false);
        return trigger;
    }

    /** The three seconds of a trigger are over. */
    public synchronized void expire(String trigger) {
        triggers.remove(trigger);
    }

    public synchronized Optional<View> view(String id) {
        return Optional.ofNullable(views.get(id));
    }

    /** The modal that was opened last. */
    public synchronized Optional<View> latest() {
        return views.values().stream().reduce((first, second) -> second);
    }

    public synchronized Optional<View> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "views.open", this::open,
                "views.push", this::open,
                "views.update", this::update,
                "views.publish", this::publish);
    }

    private synchronized ObjectNode open(Call call) {
        var used = triggers.put(call.get("trigger_id"), true);
        if (used == null) throw new Refused("expired_trigger_id");
        if (used) throw new Refused("exchanged_trigger_id");
        return answer(keep("V0VIEW" + ++count, json(call)));
    }

    private synchronized ObjectNode update(Call call) {
        var before = views.get(call.get("view_id"));
        if (before == null) throw new Refused("not_found");
        if (call.find("hash").filter(hash -> !hash.equals(before.hash())).isPresent())
            throw new Refused("hash_conflict");
        return answer(keep(before.id(), json(call)));
    }

    private synchronized ObjectNode publish(Call call) {
        var view = new View("V0HOME" + ++count, "hash." + count, json(call));
        homes.put(call.get("user_id"), view);
        return answer(view);
    }

    private static JsonNode json(Call call) {
        var json = call.json("view", "invalid_arguments").orElseThrow(() -> new Refused("invalid_arguments"));
        var problems = BlockKit.view(json);
        if (!problems.isEmpty()) throw new Refused("invalid_arguments", problems);
        return json;
    }

    private View keep(String id, JsonNode json) {
        var view = new View(id, "hash." + ++count, json);
        views.put(id, view);
        return view;
    }

    private static ObjectNode answer(View view) {
        var answer = Wire.object();
        ObjectNode json = view.json().deepCopy();
        answer.set("view", json.put("id", view.id()).put("hash", view.hash()));
        return answer;
    }
}
