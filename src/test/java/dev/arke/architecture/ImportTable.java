package dev.arke.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who may import whom. A package that is not named here does not belong. */
final class ImportTable {
    private static final String ROOT = "dev.arke.";

    /** Each may import those before it. */
    static final List<String> FEATURES = List.of(
            "card", "responder", "calendar", "escalation", "alert", "delivery", "incident", "page", "chat", "template");

    static final Set<String> EDGES =
            Set.of("slack", "teams", "sandbox", "mail", "phone", "webhook", "ical", "http", "teamfile");

    /** Draws cards' pictures, for the edges. */
    static final String PICTURE = "picture";

    /** The unit of work, and the types of its signature. */
    private static final Set<String> TRANSACTIONS = Set.of("Transactions", "Durability", "DatabaseUnavailable");

    /** Which classes may use a library, by the prefix of its packages. */
    static final Map<String, Predicate<JavaClass>> LIBRARIES = Map.ofEntries(
            Map.entry("org.jooq.", in("database").or(ImportTable::isStore)),
            Map.entry("java.sql.", in("database")),
            Map.entry("org.h2.", in("database")),
            Map.entry("org.postgresql.", in("database")),
            Map.entry("org.flywaydb.", in("database")),
            Map.entry("com.zaxxer.", in("database")),
            Map.entry("org.apache.fontbox.", in("picture")),
            Map.entry("java.awt.", in("picture")),
            Map.entry("io.javalin.", in("http").or(ImportTable::isRoutes).or(in("boot"))),
            Map.entry("org.quartz.", in("quartz")),
            Map.entry("com.slack.", in("slack")),
            Map.entry("com.microsoft.bot.", in("teams")),
            Map.entry("com.twilio.", in("phone")),
            Map.entry("jakarta.mail.", in("mail")),
            Map.entry("org.jsoup.", in("mail")),
            Map.entry("org.snakeyaml.", in("teamfile")),
            Map.entry("io.micrometer.", in("http").or(ImportTable::isMeasures)),
            Map.entry("org.eclipse.jetty.", in("http")),
            Map.entry("net.fortuna.ical4j.", in("http").or(in("ical"))),
            Map.entry("de.focus_shift.", in("responder")),
            Map.entry("com.google.i18n.", in("responder")),
            Map.entry("com.hubspot.", in("template")),
            Map.entry("picocli.", in("boot")));

    private ImportTable() {}

    static boolean allows(JavaClass from, JavaClass to) {
        var here = partOf(from);
        var there = partOf(to);
        if (here.equals("boot")) return true;
        if (here.equals(there)) return !FEATURES.contains(here) || isStore(from) || !isStore(to);
        if (FEATURES.contains(here)) return featureAllows(from, to);
        if (here.equals("engine")) return FEATURES.contains(there) || (there.equals("database") && isTransactions(to));
        boolean isFeatureType = (FEATURES.contains(there) && !isStore(to)) || isUnavailable(to);
        if (here.equals("dialogue") || here.equals("quartz")) return isFeatureType || there.equals("engine");
        if (here.equals(PICTURE)) return there.equals("card");
        if (EDGES.contains(here) && there.equals(PICTURE)) return true;
        if (EDGES.contains(here)) return isFeatureType || there.equals("engine") || there.equals("dialogue");
        return false;
    }

    private static boolean isTransactions(JavaClass type) {
        return TRANSACTIONS.contains(outermost(type).getSimpleName());
    }

    /** What use cases throw when the database is gone; whoever answers the outside must be able to say so. */
    private static boolean isUnavailable(JavaClass type) {
        return outermost(type).getSimpleName().equals("DatabaseUnavailable");
    }

    private static boolean featureAllows(JavaClass from, JavaClass to) {
        var there = partOf(to);
        if (there.equals("database")) return isStore(from);
        return FEATURES.indexOf(there) >= 0
                && FEATURES.indexOf(there) < FEATURES.indexOf(partOf(from))
                && (isStore(from) || !isStore(to));
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    /** The part of Arke a class belongs to: the word after {@code dev.arke.} in its package. */
    static String partOf(JavaClass type) {
        var rest = type.getPackageName().substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    static JavaClass outermost(JavaClass type) {
        Optional<JavaClass> outer = type.getEnclosingClass();
        while (outer.isPresent()) {
            type = outer.get();
            outer = type.getEnclosingClass();
        }
        return type;
    }

    /** A store, or the reader of its rows that it keeps to itself in a file apart. */
    static boolean isStore(JavaClass type) {
        var outermost = outermost(type);
        return outermost.getSimpleName().endsWith("Store")
                || (outermost.getSimpleName().endsWith("Row")
                        && !outermost.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static boolean isRoutes(JavaClass type) {
        return outermost(type).getSimpleName().endsWith("Routes");
    }

    private static boolean isMeasures(JavaClass type) {
        return outermost(type).getSimpleName().equals("Measures");
    }

    private static Predicate<JavaClass> in(String part) {
        return type -> partOf(type).equals(part);
    }
}
