package dev.arke.alert;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A named http or https address that came with an alert: a runbook, a dashboard, a graph. */
public record Link(String label, URI address) {
    private static final int LABEL_LIMIT = 80;
    private static final int ADDRESS_LIMIT = 2048;
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    public Link {
        label = CleanText.cut(CleanText.line(label), LABEL_LIMIT);
        if (!isWeb(address)) throw new IllegalArgumentException("only http and https addresses are links");
    }

    /** The link, or nothing when the address is not a web address or longer than 2,048 characters. */
    public static Optional<Link> of(String label, String address) {
        return address(address).map(uri -> new Link(label.isBlank() ? uri.getRawAuthority() : label, uri));
    }

    /** Reads a web address; characters that may not stand in one are escaped, as a browser does. */
    public static Optional<URI> address(String raw) {
        if (raw.length() > ADDRESS_LIMIT) return Optional.empty();
        try {
            return Optional.of(new URI(escaped(raw.strip()))).filter(Link::isWeb);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        var host = address.getRawAuthority();
        return (scheme.equals("http") || scheme.equals("https")) && host != null && host.indexOf('%') < 0;
    }

    private static String escaped(String raw) {
        var legal = new StringBuilder();
        raw.codePoints().forEach(point -> {
            boolean plain = point < 128 && (Character.isLetterOrDigit(point) || LEGAL.indexOf(point) >= 0);
            if (plain) legal.append((char) point);
            else
                for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    legal.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
        });
        return legal.toString();
    }
}
