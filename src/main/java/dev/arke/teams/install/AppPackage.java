package dev.arke.teams.install;

import dev.arke.picture.AppIcon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The file that an administrator uploads: the manifest and its two icons. The same manifest makes the same file. */
public record AppPackage(TeamsManifest manifest) {
    private static final int COLOUR = 192;
    private static final int OUTLINE = 32;
    /** The earliest that a zip file knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public static byte[] colour() {
        return AppIcon.inColour(COLOUR);
    }

    public static byte[] outline() {
        return AppIcon.outline(OUTLINE);
    }

    /** As the bytes of a zip file. */
    public byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "manifest.json", manifest.json().getBytes(StandardCharsets.UTF_8));
            put(zip, "color.png", colour());
            put(zip, "outline.png", outline());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be written", e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
