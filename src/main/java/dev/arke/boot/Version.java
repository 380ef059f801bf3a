package dev.arke.boot;

import java.util.Objects;
import picocli.CommandLine;

/** The version, as the jar's manifest tells it. */
final class Version implements CommandLine.IVersionProvider {
    static String number() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "from sources");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Arke " + number() + " on Java " + Runtime.version()};
    }
}
