package dev.arke.phone.twilio;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Our account at Twilio. {@code from}: the number that texts and calls come from. {@code callbacks}: where Twilio reaches
 * us; empty where it cannot, so that it tells nothing later and no reply is heard.
 */
public record TwilioSettings(String accountSid, String authToken, String from, URI api, Optional<URI> callbacks) {
    private static final Pattern SID = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]{16,}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** The settings as they were given; a blank one was not. */
    public record Given(String accountSid, String authToken, String from, String api) {
        @Override
        public String toString() {
            return "Given[***]";
        }
    }

    /** Empty where Twilio is not wanted; what is wrong is added to {@code problems}, for people, without secrets. */
    public static Optional<TwilioSettings> read(Given given, URI publicUrl, List<String> problems) {
        if (Stream.of(given.accountSid(), given.authToken(), given.from()).allMatch(String::isBlank))
            return Optional.empty();
        var wrong = new ArrayList<String>();
        if (!SID.matcher(given.accountSid()).matches())
            wrong.add("TWILIO_ACCOUNT_SID is " + (given.accountSid().isBlank() ? "missing" : "none")
                    + ": it is AC and 32 characters, on the first page of Twilio's console.");
        if (!TOKEN.matcher(given.authToken()).matches())
            wrong.add("TWILIO_AUTH_TOKEN is " + (given.authToken().isBlank() ? "missing" : "none")
                    + ": it stands below the account SID in Twilio's console.");
        if (!NUMBER.matcher(given.from()).matches())
            wrong.add("TWILIO_FROM is " + (given.from().isBlank() ? "missing" : "no number")
                    + ": one of your Twilio numbers that can text and call, such as +33600000001.");
        var api = address(given.api());
        if (api.isEmpty()) wrong.add("TWILIO_API_URL must be an address such as https://api.twilio.com.");
        problems.addAll(wrong);
        if (!wrong.isEmpty()) return Optional.empty();
        return Optional.of(new TwilioSettings(
                given.accountSid(),
                given.authToken(),
                given.from(),
                api.orElseThrow(),
                Optional.of(publicUrl).filter(TwilioSettings::isReachable)));
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

    /** Twilio refuses a callback on its own machine, and so the whole text. */
    private static boolean isReachable(URI publicUrl) {
        var host = publicUrl.getHost() == null ? "" : publicUrl.getHost().toLowerCase(Locale.ROOT);
        return !host.isEmpty() && !host.equals("localhost") && !host.equals("[::1]") && !host.startsWith("127.");
    }

    @Override
    public String toString() {
        return "TwilioSettings[" + accountSid.substring(0, 6) + "…, from " + from
                + callbacks.map(uri -> "").orElse(", nothing is heard back: ARKE_PUBLIC_URL is this machine's") + "]";
    }
}
