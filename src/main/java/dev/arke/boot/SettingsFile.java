package dev.arke.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** arke.conf: a line NAME=value for each setting; blank lines and lines that begin with # count for nothing. */
final class SettingsFile {
    static final String STANDARD = "arke.conf";

    private SettingsFile() {}

    /** The file's settings; what is wrong with it is added to {@code problems}. */
    static Map<String, String> read(Map<String, String> environment, List<String> problems) {
        var named = environment.get("ARKE_CONFIG");
        var path = Path.of(named == null ? STANDARD : named);
        try {
            return parse(path, Files.readAllLines(path), problems);
        } catch (NoSuchFileException e) {
            if (named != null)
                problems.add("ARKE_CONFIG names " + path.toAbsolutePath() + ", and there is no such file.");
            return Map.of();
        } catch (IOException e) {
            problems.add(path.toAbsolutePath() + " cannot be read: " + e.getMessage());
            return Map.of();
        }
    }

    private static Map<String, String> parse(Path path, List<String> lines, List<String> problems) {
        var settings = new LinkedHashMap<String, String>();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            int sign = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (sign < 1) problems.add(path + ", line " + number + ": expected NAME=value.");
            else if (settings.put(
                            line.substring(0, sign).strip(),
                            line.substring(sign + 1).strip())
                    != null)
                problems.add(path + ", line " + number + ": "
                        + line.substring(0, sign).strip() + " is set twice.");
        }
        return settings;
    }
}
