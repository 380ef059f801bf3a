package dev.arke.chat;

import java.text.Normalizer;
import java.util.Locale;

/** The name of an incident's room: "inc-12-disk-full-on-db-3". */
public final class RoomName {
    private static final int LONGEST = 80;

    private RoomName() {}

    public static String of(long number, String summary) {
        var plain = Normalizer.normalize(summary, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var name = ("inc-" + number + "-" + plain).replaceAll("-{2,}", "-");
        return name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("-+$", "");
    }
}
