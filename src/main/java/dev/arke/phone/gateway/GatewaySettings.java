package dev.arke.phone.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A gateway that takes one HTTP POST for each text. {@code body} is what it is sent, with {to} and {text} in it: JSON when it
 * begins with a brace, a form otherwise; {@code header} is one more header.
 */
public record GatewaySettings(URI url, String body, Optional<Header> header) {
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,60}):[ ]*([ -~]{1,2000})");

    /** A brace alone may also be that of {to}. */
    private static final Pattern JSON = Pattern.compile("\\s*(\\[|\\{\\s*\")");

    /** A header of a request; its value may be a secret. */
    public record Header(String name, String text) {
        @Override
        public String toString() {
            return name + ": ***";
        }
    }

    /** Empty where no gateway is wanted; what is wrong is added to {@code problems}, for people, without secrets. */
    public static Optional<GatewaySettings> read(String url, String body, String header, List<String> problems) {
        if (Stream.of(url, header).allMatch(String::isBlank)) return Optional.empty();
        var wrong = new ArrayList<String>();
        var address = address(url);
        if (address.isEmpty()) wrong.add("ARKE_SMS_URL must be an address such as https://sms.example.com/send.");
        if (!body.contains("{to}") || !body.contains("{text}"))
            wrong.add("ARKE_SMS_BODY must hold {to} and {text}, such as to={to}&text={text} or"
                    + " {\"to\": \"{to}\", \"text\": \"{text}\"}.");
        var found = HEADER.matcher(header);
        if (!header.isBlank() && !found.matches())
            wrong.add("ARKE_SMS_HEADER must be one header such as Authorization: Bearer abc.");
        problems.addAll(wrong);
        if (!wrong.isEmpty()) return Optional.empty();
        return Optional.of(new GatewaySettings(
                address.orElseThrow(),
                body,
                header.isBlank() ? Optional.empty() : Optional.of(new Header(found.group(1), found.group(2)))));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> uri.getHost() != null
                            && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean isJson() {
        return JSON.matcher(body).lookingAt();
    }

    /** Path and query often are secrets: only the host is shown. */
    @Override
    public String toString() {
        return "GatewaySettings[" + url.getHost() + ", header "
                + header.map(Header::toString).orElse("none") + "]";
    }
}
