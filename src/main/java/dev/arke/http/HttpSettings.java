package dev.arke.http;

/** ARKE_HTTP_HOST and ARKE_HTTP_PORT; port 0 takes any free one, for tests. */
public record HttpSettings(String host, int port) {}
