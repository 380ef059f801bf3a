package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Phrases;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is answered to a text: one short sentence each, in the language of whoever wrote it. */
public record TextAnswer(Phrases phrases) {
    private static final int MOST = 5;

    public String help() {
        return phrases.say("text.help");
    }

    public String stopped() {
        return phrases.say("text.stopped");
    }

    public String started() {
        return phrases.say("text.started");
    }

    /** Several people have the number. */
    public String shared() {
        return phrases.say("text.shared");
    }

    public String nothingWaits() {
        return phrases.say("text.nothing");
    }

    public String unknown(int code) {
        return phrases.say("text.unknown", code);
    }

    /** Several wait and no number was said. */
    public String which(List<Incident> waiting, Map<UUID, Integer> codes) {
        return phrases.say(
                "text.which",
                waiting.stream()
                        .limit(MOST)
                        .filter(incident -> codes.containsKey(incident.id()))
                        .map(incident -> "ack " + codes.get(incident.id()) + ": "
                                + CleanText.cut(incident.facts().summary(), ShortPage.LONGEST_SUMMARY))
                        .collect(Collectors.joining("; ")));
    }

    /** What came of acknowledging or resolving these. */
    public String of(List<ActResult> results) {
        boolean isOne = results.size() == 1;
        return "Arke: "
                + results.stream()
                        .limit(MOST)
                        .map(result -> of(result, isOne ? named(result) : number(result)))
                        .collect(Collectors.joining(" "))
                + (results.size() > MOST ? " " + phrases.say("text.more", results.size() - MOST) : "");
    }

    private static String number(ActResult result) {
        return "#" + result.number();
    }

    /** Said in full where there is room: who took another one than they meant sees it. */
    private static String named(ActResult result) {
        var incident = switch (result) {
            case ActResult.Done done -> Optional.of(done.after());
            case ActResult.HasOwner has -> Optional.of(has.incident());
            case ActResult.Already already -> Optional.of(already.incident());
            case ActResult.Unfit unfit -> Optional.of(unfit.incident());
            case ActResult.Superseded superseded -> Optional.of(superseded.incident());
            case ActResult.Unknown ignored -> Optional.<Incident>empty();
            case ActResult.Refused ignored -> Optional.<Incident>empty();
        };
        return incident.map(one ->
                        number(result) + " (" + CleanText.cut(one.facts().summary(), ShortPage.LONGEST_SUMMARY) + ")")
                .orElseGet(() -> number(result));
    }

    private String of(ActResult result, String name) {
        return switch (result) {
            case ActResult.Done done ->
                phrases.say(done.after() instanceof Incident.Resolved ? "text.resolved" : "text.yours", name);
            case ActResult.HasOwner has -> phrases.say("text.has", has.owner().label(), name);
            case ActResult.Already already ->
                phrases.say(
                        already.incident() instanceof Incident.Resolved
                                ? "text.resolved.already"
                                : "text.yours.already",
                        name);
            case ActResult.Unfit ignored -> phrases.say("text.over", name);
            case ActResult.Superseded ignored -> phrases.say("text.part", name);
            case ActResult.Unknown ignored -> phrases.say("text.none", name);
            case ActResult.Refused refused -> refused.why().sentence(phrases.reader());
        };
    }
}
