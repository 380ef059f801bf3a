package dev.arke.teamfile;

import dev.arke.chat.NearestName;
import dev.arke.responder.Region;

/** What somebody most likely meant by a place whose holidays nobody knows. */
final class RegionNames {
    private RegionNames() {}

    /** Goes on from "This is". */
    static String expected(String typed) {
        var names = Region.names();
        var country = typed.split("-", 2)[0];
        if (Region.parse(country).isPresent())
            return "no part of " + country + " with holidays of its own. Write " + country
                    + " alone for those that are kept everywhere.";
        return "no country whose holidays I know. "
                + NearestName.of(typed, names.keySet())
                        .map(near -> "Did you mean " + names.get(near) + "?")
                        .orElse("Write its code, such as FR, or with a part, such as DE-BY.");
    }
}
