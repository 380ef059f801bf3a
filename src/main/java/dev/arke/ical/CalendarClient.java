package dev.arke.ical;

import dev.arke.calendar.AbsenceCalendars;
import dev.arke.delivery.AddressGuard;
import dev.arke.delivery.Cidr;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Fetches calendars over HTTP: at most 10 MB, within half a minute, from addresses on the internet. Safe for many threads. */
public final class CalendarClient implements AbsenceCalendars {
    static final int LARGEST = 10 * 1024 * 1024;
    private static final Set<Integer> FOR_GOOD = Set.of(400, 401, 403, 404, 405, 410);

    private final OkHttpClient client;

    /** {@code allowed}: networks that may be called although they are not on the internet. */
    public CalendarClient(List<Cidr> allowed) {
        client = new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(new AddressGuard(allowed)))
                .proxy(Proxy.NO_PROXY)
                .followSslRedirects(false)
                .connectTimeout(Duration.ofSeconds(5))
                .callTimeout(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public Answer fetch(URI address, ZoneId zone, Instant now) {
        try {
            var request = new Request.Builder()
                    .url(address.toURL())
                    .header("User-Agent", "Arke")
                    .header("Accept", "text/calendar")
                    .build();
            try (var response = client.newCall(request).execute()) {
                return read(response, zone, now);
            }
        } catch (GuardedSockets.Closed e) {
            return new Answer.Failed(
                    "is inside a network that may not be called; ARKE_WEBHOOK_ALLOW_PRIVATE can open it", true);
        } catch (UnknownHostException e) {
            return new Answer.Failed("cannot be found: its name has no address", false);
        } catch (InterruptedIOException e) {
            return new Answer.Failed("did not answer in time", false);
        } catch (SSLException e) {
            return new Answer.Failed("cannot be trusted: its certificate or encryption is not in order", false);
        } catch (IOException | IllegalArgumentException e) {
            return new Answer.Failed("cannot be reached, or broke off", false);
        }
    }

    private Answer read(Response response, ZoneId zone, Instant now) throws IOException {
        var body = response.body();
        if (!response.isSuccessful() || body == null)
            return new Answer.Failed("answered " + response.code(), FOR_GOOD.contains(response.code()));
        var file = file(body);
        return file.length == 0 ? tooLarge() : read(new String(file, StandardCharsets.UTF_8), zone, now);
    }

    /** Empty when it is too large. */
    private static byte[] file(ResponseBody body) throws IOException {
        var source = body.source();
        return source.request(LARGEST + 1L) ? new byte[0] : source.readByteArray();
    }

    private static Answer.Failed tooLarge() {
        return new Answer.Failed("is empty or larger than 10 MB", true);
    }

    @Override
    public Answer read(String file, ZoneId zone, Instant now) {
        return file.length() > LARGEST ? tooLarge() : CalendarFile.read(file, zone, now);
    }
}
