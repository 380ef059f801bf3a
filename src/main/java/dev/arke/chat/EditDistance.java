package dev.arke.chat;

/** Damerau-Levenshtein distance in its restricted form (optimal string alignment). */
final class EditDistance {
    private EditDistance() {}

    /** Letters to insert, drop, replace or swap with a neighbour to make one word of the other. */
    static int between(String one, String other) {
        var before = new int[other.length() + 1];
        var previous = row(other.length());
        for (int i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                if (swapped(one, i, other, j)) current[j] = Math.min(current[j], before[j - 2] + 1);
            }
            before = previous;
            previous = current;
        }
        return previous[other.length()];
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }

    private static int[] row(int length) {
        var row = new int[length + 1];
        for (int j = 0; j <= length; j++) row[j] = j;
        return row;
    }
}
