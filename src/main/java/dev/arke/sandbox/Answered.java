package dev.arke.sandbox;

import dev.arke.card.Form;
import java.util.Map;

/** What a page is told at once when its line, click or form was taken; everything else comes by the stream. */
sealed interface Answered {
    record Nothing() implements Answered {}

    /** A form opens. */
    record Opened(Form form) implements Answered {}

    /** The open form stays, with sentences at the inputs of these names. */
    record Mistaken(Map<String, String> errors) implements Answered {}
}
