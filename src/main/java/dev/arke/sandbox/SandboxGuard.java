package dev.arke.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the built-in chat at home: anybody in it can be anybody, so it answers only a browser on this machine. Pure.
 */
final class SandboxGuard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean publicUrlIsLoopback;

    SandboxGuard(URI publicUrl) {
        this.publicUrlIsLoopback = publicUrl.getHost() != null && isLoopback(publicUrl.getHost());
    }

    /** What a request says about where it came from; absent headers are empty. */
    record Origin(
            Optional<String> host, List<String> headerNames, Optional<String> origin, Optional<String> fetchSite) {}

    /** Why nobody gets an answer at all, or empty. */
    Optional<String> refusal(Origin request) {
        if (!publicUrlIsLoopback)
            return Optional.of(
                    "The sandbox is for trying Arke out on one machine, and this server has a public address."
                            + " Set ARKE_PUBLIC_URL to http://localhost:8080 to use it.");
        if (request.host()
                .map(SandboxGuard::name)
                .filter(SandboxGuard::isLoopback)
                .isEmpty())
            return Optional.of(
                    "The sandbox answers only on this machine. Open it as http://localhost with the port of Arke.");
        if (request.headerNames().stream().anyMatch(SandboxGuard::tellsOfProxy))
            return Optional.of("The sandbox does not answer through a proxy, because everybody in it can be anybody."
                    + " Open it directly on the machine Arke runs on.");
        return Optional.empty();
    }

    /** Why a request that changes something is not taken, or empty: it must come from our own page. */
    Optional<String> refusalOfChange(Origin request) {
        var own = request.host()
                .map(host -> Set.of("http://" + host, "https://" + host))
                .orElse(Set.of());
        boolean sameSite = request.fetchSite().map("same-origin"::equals).orElse(true);
        boolean sameOrigin = request.origin().map(own::contains).orElse(true);
        boolean told = request.fetchSite().isPresent() || request.origin().isPresent();
        if (told && sameSite && sameOrigin) return Optional.empty();
        return Optional.of("This came from another page than the sandbox's own, so nothing was done. Reload /sandbox.");
    }

    private static String name(String host) {
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean tellsOfProxy(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("x-forwarded-") || name.equals("forwarded");
    }
}
