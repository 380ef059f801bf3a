package dev.arke.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The few files the page loads, all out of our own jar: two from WebJars, the rest ours. Read once, at the start. */
final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    /** A file with its media type and a tag that changes with its content. */
    record Asset(String text, String type, String tag) {}

    private final Map<String, Asset> byName = new HashMap<>();

    Assets() {
        add("htmx.js", webjar("htmx.org", "dist/htmx.min.js"), SCRIPT);
        add("pico.css", webjar("picocss__pico", "css/pico.slate.min.css"), STYLE);
        add("sandbox.css", "/dev/arke/sandbox/sandbox.css", STYLE);
        add("card.css", "/dev/arke/sandbox/card.css", STYLE);
        add("page.js", "/dev/arke/sandbox/page.js", SCRIPT);
        add("composer.js", "/dev/arke/sandbox/composer.js", SCRIPT);
        add("live.js", "/dev/arke/sandbox/live.js", SCRIPT);
        add("arke.svg", "/dev/arke/sandbox/arke.svg", "image/svg+xml");
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private void add(String name, String path, String type) {
        try (var in = open(path)) {
            var bytes = in.readAllBytes();
            byName.put(name, new Asset(new String(bytes, StandardCharsets.UTF_8), type, "\"" + digest(bytes) + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** WebJars put their version into the path and tell it in their Maven properties. */
    private static String webjar(String artifact, String file) {
        try (var in = open("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            var properties = new Properties();
            properties.load(in);
            return "/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version") + "/" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) throws IOException {
        var in = Assets.class.getResourceAsStream(path);
        if (in == null) throw new IOException(path + " is missing in this build of Arke");
        return in;
    }

    private static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
