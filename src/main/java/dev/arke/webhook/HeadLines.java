package dev.arke.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines before an answer's body, of which there may be 32 KiB. */
final class HeadLines {
    private static final int MOST = 32 * 1024;

    private final InputStream in;
    private int read;

    HeadLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its end. */
    String next() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the answer ended early");
            if (++read > MOST) throw new IOException("the answer's head is too long");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
