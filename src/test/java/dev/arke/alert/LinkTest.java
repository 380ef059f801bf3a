package dev.arke.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "javascript:alert(1)",
                "ftp://a/b",
                "file:///etc/passwd",
                "/graph",
                "http:",
                "http:///x",
                "?orgId=1",
                "https://a b/",
                "data:text/html,x"
            })
    void whatIsNotOnTheWebIsNoLink(String address) {
        assertThat(Link.of("x", address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http://my_host:9093/#/alerts http://my_host:9093/#/alerts",
                "HTTPS://a.example/x HTTPS://a.example/x",
                "http://p/graph?g0.expr=up{a=\"b\"}|c http://p/graph?g0.expr=up%7Ba=%22b%22%7D%7Cc",
                "https://wiki/İstanbul%20disk https://wiki/%C4%B0stanbul%20disk",
            })
    void addressesAreEscapedAsABrowserDoes(String address, String expected) {
        assertThat(Link.of("x", address)).map(Link::address).contains(URI.create(expected));
    }

    @Test
    void aLinkWithoutNameShowsItsHost() {
        assertThat(Link.of(" ", "https://wiki.example.com/x")).map(Link::label).contains("wiki.example.com");
    }

    @Test
    void veryLongAddressesAndForeignSchemesAreRefused() {
        assertThat(Link.of("x", "https://a/" + "b".repeat(2048))).isEmpty();
        assertThatThrownBy(() -> new Link("x", URI.create("mailto:a@b"))).isInstanceOf(IllegalArgumentException.class);
    }
}
