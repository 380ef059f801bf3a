package dev.arke.database;

/** Where the database is. {@code url} is a JDBC URL of H2 or PostgreSQL; the password is never shown. */
public record DatabaseSettings(String url, String user, String password) {
    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    public boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", password=***]";
    }
}
