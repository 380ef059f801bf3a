package dev.arke.engine.people;

import java.net.URI;

/** Where people reach Arke, for one-time links, files and feeds, and whether a mail address that a chat vouches for links an account. */
public record ConnectSettings(URI publicUrl, boolean byEmail) {
    public static final ConnectSettings DEFAULT = new ConnectSettings(URI.create("http://127.0.0.1:8080"), false);

    /** The page on which a link is confirmed. */
    public URI page(String token) {
        return URI.create(publicUrl + "/connect/" + token);
    }

    /** Where a file is handed in or taken along. */
    public URI file(String token) {
        return URI.create(publicUrl + "/file/" + token);
    }

    /** Where a calendar program reads a feed. */
    public URI feed(String token) {
        return URI.create(publicUrl + "/calendar/" + token + ".ics");
    }
}
