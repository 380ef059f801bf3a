package dev.arke.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every setting there is: its name in the environment and in arke.conf, its default, and what it means. */
enum Setting {
    ARKE_HTTP_HOST("127.0.0.1", "address to listen on"),
    ARKE_HTTP_PORT("8080", "port to listen on"),
    ARKE_PUBLIC_URL("http://127.0.0.1:8080", "base of links, as people and monitors reach it"),
    ARKE_DATABASE_URL("jdbc:h2:file:./data/arke", "JDBC URL: H2 in a file, or jdbc:postgresql:… for several nodes"),
    ARKE_DATABASE_USER("arke", "user of the database"),
    ARKE_DATABASE_PASSWORD("", "password of the database"),
    ARKE_TEAM_FILE("", "people, teams, policies, services and integrations as YAML, applied at start"),
    ARKE_SANDBOX("off", "on: the built-in chat at /sandbox, for trying out on this machine"),
    SMTP_URL("", "mail server: smtp://user:password@host:587, or smtps://…; empty: no mail"),
    SMTP_FROM("", "sender of mails, such as arke@example.com; needed with SMTP_URL"),
    ARKE_WEBHOOK_SECRET("", "signs outgoing webhooks; empty: no webhooks"),
    ARKE_WEBHOOK_ALLOW_PRIVATE("", "networks inside yours that webhooks may call, such as 10.1.0.0/16, by commas");

    /** Names that begin so are ours: one that is not in the list is a mistake. */
    private static final List<String> OURS = List.of("ARKE_", "SMTP_", "IMAP_", "SLACK_", "TEAMS_", "TWILIO_");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    String standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }

    boolean isSecret() {
        return this == ARKE_DATABASE_PASSWORD || this == SMTP_URL || this == ARKE_WEBHOOK_SECRET;
    }

    static Optional<Setting> find(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Setting::name).toList();
    }

    static boolean isOurs(String name) {
        return OURS.stream().anyMatch(name::startsWith);
    }
}
