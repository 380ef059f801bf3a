package dev.arke.page;

import java.util.Optional;

/** The short numbers of one person's texts: 1 to 999, then from 1 again, so that a number means one incident for long. Pure. */
public final class ReplyCode {
    public static final int HIGHEST = 999;

    private ReplyCode() {}

    /** The number after {@code last}. */
    public static int after(Optional<Integer> last) {
        return last.filter(code -> code < HIGHEST).map(code -> code + 1).orElse(1);
    }
}
