package dev.arke.teamfile;

/** One mistake in a team file: where it is, and in a sentence what is wrong and what to write instead. */
public record Problem(int line, int column, String path, String text) {
    @Override
    public String toString() {
        return "line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + text;
    }
}
