package dev.arke.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a webhook is, in parts. Path, query and user often are secrets: only the host is ever shown. {@code host} is
 * without the brackets of IPv6; {@code login} is what the Authorization header says.
 */
record WebhookAddress(boolean tls, String host, int port, String authority, String target, Optional<String> login) {

    /** Empty when this is not an http or https address with a host. */
    static Optional<WebhookAddress> parse(String address) {
        try {
            return of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<WebhookAddress> of(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (uri.getHost() == null || (!tls && !scheme.equals("http"))) return Optional.empty();
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        int standard = tls ? 443 : 80;
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        if (port < 1 || port > 65_535) return Optional.empty();
        return Optional.of(new WebhookAddress(
                tls,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                port,
                port == standard ? host : host + ":" + port,
                target(uri),
                Optional.ofNullable(uri.getUserInfo()).map(WebhookAddress::basic)));
    }

    /** In ASCII and without the fragment, as a request line has it. */
    private static String target(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(path.startsWith("//") ? "/." + path + query : path + query)
                .toASCIIString();
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "the webhook at " + host;
    }
}
