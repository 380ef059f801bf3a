package dev.arke.teams.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The limits are those of Microsoft's published schema; the stage with real peers holds the files against it. */
final class TeamsManifestTest {
    private static final Path SHIPPED = Path.of("manifest", "teams");
    private static final UUID APP = new UUID(0, 0);
    private static final URI BASE = URI.create("https://arke.example.com");
    private static final TeamsManifest USUAL = new TeamsManifest(APP, BASE, "Arke", "1.0.0", false);
    private static final TeamsManifest SLASH = new TeamsManifest(APP, BASE, "Arke", "1.0.0", true);

    @Test
    void theShippedFilesAreThoseOfTheCode() throws IOException {
        assertThat(SHIPPED.resolve("manifest.json")).content().isEqualTo(USUAL.json());
        assertThat(SHIPPED.resolve("manifest-slash.json")).content().isEqualTo(SLASH.json());
        assertThat(difference(image(Files.readAllBytes(SHIPPED.resolve("color.png"))), image(AppPackage.colour())))
                .isLessThan(8);
        assertThat(difference(image(Files.readAllBytes(SHIPPED.resolve("outline.png"))), image(AppPackage.outline())))
                .isLessThan(8);
    }

    /** The largest difference of one channel of one pixel: another Java may round the edges another way. */
    private static int difference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        int most = 0;
        for (int x = 0; x < one.getWidth(); x++)
            for (int y = 0; y < one.getHeight(); y++)
                for (int shift = 0; shift < 32; shift += 8)
                    most = Math.max(
                            most, Math.abs(channel(one.getRGB(x, y), shift) - channel(other.getRGB(x, y), shift)));
        return most;
    }

    private static int channel(int colour, int shift) {
        return (colour >>> shift) & 0xFF;
    }

    @Test
    void staysWithinTheLimitsOfTeams() throws IOException {
        var manifest = read(USUAL);

        assertThat(manifest.at("/name/short").asText()).hasSizeBetween(1, 30);
        assertThat(manifest.at("/description/short").asText()).hasSizeBetween(1, 80);
        assertThat(manifest.at("/developer/name").asText()).hasSizeBetween(1, 32);
        assertThat(manifest.at("/bots/0/commandLists/0/commands"))
                .hasSizeBetween(1, 10)
                .allSatisfy(command -> {
                    assertThat(command.path("title").asText()).hasSizeBetween(1, 32);
                    assertThat(command.path("description").asText()).hasSizeBetween(1, 128);
                });
        assertThat(manifest.at("/composeExtensions/0/commands")).hasSize(2).allSatisfy(command -> {
            assertThat(command.path("title").asText()).hasSizeBetween(1, 32);
            assertThat(command.path("description").asText()).hasSizeBetween(1, 128);
        });
        assertThat(manifest.has("permissions") || manifest.has("authorization"))
                .as("asks to read nothing")
                .isFalse();
    }

    @Test
    void onlyTheNewerVersionHasSlashesAndMessagesForOne() throws IOException {
        assertThat(read(SLASH).at("/bots/0/supportsTargetedMessages").asBoolean())
                .isTrue();
        assertThat(read(SLASH).at("/bots/0/commandLists/0/triggers").toString()).contains("slash", "mention");
        assertThat(USUAL.json()).doesNotContain("supportsTargetedMessages", "triggers");
    }

    @Test
    void thePackageHasTheManifestAndIconsOfTheRightSize() throws IOException {
        var files = unzipped(new AppPackage(USUAL).zip());

        assertThat(files.keySet()).containsExactlyInAnyOrder("manifest.json", "color.png", "outline.png");
        assertThat(new String(files.get("manifest.json"), StandardCharsets.UTF_8))
                .isEqualTo(USUAL.json());
        assertThat(image(files.get("color.png")).getWidth()).isEqualTo(192);
        assertThat(image(files.get("outline.png")).getWidth()).isEqualTo(32);
        assertThat(image(files.get("outline.png")).getRGB(0, 0) >>> 24)
                .as("transparent")
                .isZero();
        assertThat(new AppPackage(USUAL).zip()).isEqualTo(new AppPackage(USUAL).zip());
    }

    @Test
    void saysWhatTeamsWouldRefuse() {
        assertThat(TeamsManifest.problem(URI.create("http://arke.example.com"), "Arke", "1.0.0"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("https"));
        assertThat(TeamsManifest.problem(BASE, "A".repeat(31), "1.0.0")).isPresent();
        assertThat(TeamsManifest.problem(BASE, "Arke", "1.0.0")).isEmpty();
    }

    @Test
    void itsVersionGrowsWithArkesAndAboveTheFirst() throws IOException {
        assertThat(TeamsManifest.versionOf("0.1.0-SNAPSHOT")).isEqualTo("1.1.0");
        assertThat(TeamsManifest.versionOf("0.2.3")).isEqualTo("1.2.3");
        assertThat(TeamsManifest.versionOf("1.0.0")).isEqualTo("2.0.0");
        assertThat(TeamsManifest.versionOf("from sources")).isEqualTo("1.0.0");
        assertThat(read(new TeamsManifest(APP, BASE, "Arke", "1.4.2", true))
                        .path("version")
                        .asText())
                .isEqualTo("1.4.2");
        for (var wrong : new String[] {"", "1", "1.2", "1.2.3-beta", "v1.2.3"})
            assertThat(TeamsManifest.problem(BASE, "Arke", wrong)).as(wrong).isPresent();
    }

    private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    private static BufferedImage image(byte @Nullable [] png) throws IOException {
        if (png == null) throw new AssertionError("it is not there");
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static JsonNode read(TeamsManifest manifest) throws IOException {
        return new ObjectMapper().readTree(manifest.json());
    }
}
