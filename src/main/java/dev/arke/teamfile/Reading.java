package dev.arke.teamfile;

import dev.arke.engine.people.DesiredState;
import java.util.List;

/** What came of reading a team file. */
public sealed interface Reading {
    /** It can be applied; {@code warnings} are sentences about what was understood but may surprise. */
    record Good(DesiredState desired, List<String> warnings) implements Reading {}

    /** It cannot; every mistake that was found, from the top of the file. */
    record Bad(List<Problem> problems) implements Reading {}
}
