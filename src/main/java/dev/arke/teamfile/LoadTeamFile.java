package dev.arke.teamfile;

import dev.arke.engine.people.ReadTeamFile;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Applies the team file at start. A bad one stops the first start; later the one that was applied last stays in force. */
public final class LoadTeamFile {
    private static final By AT_START = new By(new Actor.Arke(), "start");

    private final TeamFileGate gate;
    private final ReadTeamFile inForce;
    private volatile Optional<NotTaken> notTaken = Optional.empty();

    /** A file that was not taken, and the text that was in force instead. */
    private record NotTaken(String problem, Optional<String> inForce) {}

    /** What came of it. */
    public sealed interface Loaded {
        record Applied(List<String> changes, List<String> warnings) implements Loaded {}

        /** The file is bad, and nothing was changed: what was applied before counts. */
        record KeptLast(List<String> problems) implements Loaded {}

        /** The file is bad, and none was ever applied: nobody could be paged. */
        record Refused(List<String> problems) implements Loaded {}
    }

    public LoadTeamFile(TeamFileGate gate, ReadTeamFile inForce) {
        this.gate = gate;
        this.inForce = inForce;
    }

    public Loaded load(Path file) {
        var loaded = apply(file);
        notTaken = loaded instanceof Loaded.KeptLast(var problems)
                ? Optional.of(new NotTaken(
                        "the team file " + file + " was not taken, the one applied last stays in force: "
                                + String.join(" · ", problems),
                        inForce.read()))
                : Optional.empty();
        return loaded;
    }

    /** Why the file of this start is not the one in force, until a good one is applied on any node; for /ready. */
    public Optional<String> problem() {
        return notTaken.filter(file -> file.inForce().equals(inForce.read())).map(NotTaken::problem);
    }

    private Loaded apply(Path file) {
        try {
            return switch (gate.apply(Files.readString(file), AT_START)) {
                case TeamFileGate.Answer.Fine(var changes, var warnings) -> new Loaded.Applied(changes, warnings);
                case TeamFileGate.Answer.Mistakes(var problems) -> bad(problems);
            };
        } catch (IOException e) {
            return bad(List.of(unreadable(file, e)));
        }
    }

    private Loaded bad(List<String> problems) {
        return inForce.read().isPresent() ? new Loaded.KeptLast(problems) : new Loaded.Refused(problems);
    }

    /** A sentence for a file that cannot be read at all. */
    public static String unreadable(Path file, IOException failure) {
        var where = file.toAbsolutePath();
        return switch (failure) {
            case NoSuchFileException ignored -> "there is no file " + where + ". Check its name and folder.";
            case AccessDeniedException ignored ->
                where + " may not be read by this user. Give the user that runs Arke the right to read it.";
            case CharacterCodingException ignored -> where + " is not UTF-8 text. Save it as UTF-8.";
            default -> where + " cannot be read: " + failure.getMessage() + ".";
        };
    }
}
