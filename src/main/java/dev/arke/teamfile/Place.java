package dev.arke.teamfile;

/** Where something stands in the file: line and column from 1, and the path to it, {@code policies[0].steps[1].page}. */
record Place(int line, int column, String path) {
    Place at(int line, int column, String step) {
        return new Place(line, column, path.isEmpty() || step.startsWith("[") ? path + step : path + "." + step);
    }
}
