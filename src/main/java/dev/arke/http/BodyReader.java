package dev.arke.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads a request's body with a limit on its size as sent, its size unpacked, and the time it takes. */
final class BodyReader {
    /** A body that is too large is read to its end up to here, so that its sender gets the answer and not a reset. */
    private static final int PATIENT_BYTES = 16 << 20;

    private static final int CHUNK = 16_384;

    private final int limit;
    private final Duration patience;

    /** {@code limit} in bytes; {@code patience} for the whole body. */
    BodyReader(int limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
    }

    /** What came: looked at once, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    sealed interface Body {
        record Whole(byte[] bytes) implements Body {}

        /** It is longer than the limit; {@code head} is as much as was kept. */
        record TooLarge(byte[] head) implements Body {}

        /** Its Content-Encoding cannot be undone. */
        record Unpackable(int status, String problem, byte[] bytes) implements Body {}

        /** It ended too early or took too long. */
        record Incomplete() implements Body {}
    }

    /** {@code encoding}: the header Content-Encoding, "" when there is none. */
    Body read(InputStream in, String encoding) {
        var kept = new ByteArrayOutputStream();
        long deadline = System.nanoTime() + patience.toNanos();
        var chunk = new byte[CHUNK];
        try {
            long total = 0;
            for (int n = in.read(chunk); n >= 0 && total <= PATIENT_BYTES; n = in.read(chunk)) {
                if (System.nanoTime() > deadline) return new Body.Incomplete();
                kept.write(chunk, 0, (int) Math.min(n, Math.max(0, limit - total)));
                total += n;
            }
            return total > limit ? new Body.TooLarge(kept.toByteArray()) : unpack(kept.toByteArray(), encoding);
        } catch (IOException e) {
            return new Body.Incomplete();
        }
    }

    private Body unpack(byte[] bytes, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> new Body.Whole(bytes);
            case "gzip", "x-gzip" -> gunzip(bytes);
            default ->
                new Body.Unpackable(
                        415, "Content-Encoding: Arke reads gzip or nothing at all, not this packing", bytes);
        };
    }

    private Body gunzip(byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            var unpacked = in.readNBytes(limit);
            return in.read() < 0 ? new Body.Whole(unpacked) : new Body.TooLarge(unpacked);
        } catch (IOException e) {
            return new Body.Unpackable(400, "body: Content-Encoding says gzip, but it is not, or not whole", bytes);
        }
    }
}
