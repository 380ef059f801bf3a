package dev.arke.chat;

import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is answered to a text: one short sentence each. */
public final class TextAnswer {
    public static final String HELP = "Arke: ack 12 takes it, resolve 12 ends it, all takes all you were paged for,"
            + " stop ends these texts. 12 is the number in the text.";
    public static final String STOPPED =
            "Arke: no more texts to this number. Pages come by your other ways. start takes it back.";
    public static final String STARTED = "Arke: texts come to this number again.";
    public static final String SHARED =
            "Arke: several people have this number, so I cannot tell who you are. Answer in chat.";
    public static final String NOTHING_WAITS = "Arke: nothing that you were paged for waits for somebody.";

    private static final int MOST = 5;

    private TextAnswer() {}

    public static String unknown(int code) {
        return "Arke: I know no " + code + " of yours. Reply help for what I understand.";
    }

    /** Several wait and no number was said. */
    public static String which(List<Incident> waiting, Map<UUID, Integer> codes) {
        return "Arke: which one? "
                + waiting.stream()
                        .limit(MOST)
                        .filter(incident -> codes.containsKey(incident.id()))
                        .map(incident -> "ack " + codes.get(incident.id()) + ": "
                                + incident.facts().summary())
                        .collect(Collectors.joining("; "))
                + " - or: all";
    }

    /** What came of acknowledging or resolving these. */
    public static String of(List<ActResult> results) {
        return "Arke: "
                + results.stream().limit(MOST).map(TextAnswer::of).collect(Collectors.joining(" "))
                + (results.size() > MOST ? " And " + (results.size() - MOST) + " more." : "");
    }

    private static String of(ActResult result) {
        var number = "#" + result.number();
        return switch (result) {
            case ActResult.Done done ->
                done.after() instanceof Incident.Resolved ? number + " is resolved." : "You have " + number + ".";
            case ActResult.HasOwner has -> has.owner().label() + " has " + number + " already.";
            case ActResult.Already already ->
                already.incident() instanceof Incident.Resolved
                        ? number + " was resolved already."
                        : "You have " + number + " already.";
            case ActResult.Unfit ignored -> number + " is over already.";
            case ActResult.Superseded ignored -> number + " is part of another one.";
            case ActResult.Unknown ignored -> "There is no " + number + ".";
            case ActResult.Refused refused -> refused.sentence();
        };
    }
}
