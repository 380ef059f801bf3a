package dev.arke.database;

import java.util.regex.Pattern;

/** Where the database is. {@code url} is a JDBC URL of H2 or PostgreSQL; the password is never shown. */
public record DatabaseSettings(String url, String user, String password) {
    private static final Pattern PASSWORD = Pattern.compile("[?&;]password=", Pattern.CASE_INSENSITIVE);

    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    public boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** The URL without its options, which may hold secrets: the only form to be shown. */
    public String address() {
        return url.replaceFirst("[?;].*", "");
    }

    /** Whether the URL holds the password, which would be shown by whoever shows URLs. */
    public boolean hasPasswordInUrl() {
        return PASSWORD.matcher(url).find();
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + address() + ", user=" + user + ", password=***]";
    }
}
