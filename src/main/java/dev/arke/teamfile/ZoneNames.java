package dev.arke.teamfile;

import dev.arke.chat.NearestName;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The time zone that somebody most likely meant by a name that is none: nearly its name, or its city alone. */
final class ZoneNames {
    /** Below, one letter makes another zone. */
    private static final int SHORTEST = 4;

    private ZoneNames() {}

    static Optional<String> near(String typed) {
        var name = typed.strip().replace(' ', '_');
        if (name.length() < SHORTEST) return Optional.empty();
        var zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .toList();
        return NearestName.of(name, zones)
                .or(() -> NearestName.of(
                                name, zones.stream().map(ZoneNames::city).toList())
                        .flatMap(city -> ofCity(city, zones)));
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1);
    }

    private static Optional<String> ofCity(String city, List<String> zones) {
        return zones.stream()
                .filter(zone -> city(zone).toLowerCase(Locale.ROOT).equals(city.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(String::length).thenComparing(zone -> zone));
    }
}
