package dev.arke.teamfile;

import java.util.Map;
import java.util.Set;

/**
 * What a team file's meaning depends on besides its text: the environment for {@code ${NAME}} in keys, the formats
 * that can be received, and whether everybody has a place in the built-in chat under their own name.
 */
public record Surroundings(Map<String, String> environment, Set<String> formats, boolean sandbox) {
    public Surroundings {
        environment = Map.copyOf(environment);
        formats = Set.copyOf(formats);
    }

    @Override
    public String toString() {
        return "Surroundings[formats=" + formats + ", sandbox=" + sandbox + "]";
    }
}
