package dev.arke.http;

/** One format of inbound alerts: a pure function of the body. Thread-safe, never throws. */
public interface InboundFormat {
    Inbound parse(byte[] body);
}
