package dev.arke.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxGuardTest {
    private static final SandboxGuard HOME = new SandboxGuard(URI.create("http://localhost:8080"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:1", "[::1]", "[::1]:8080", "LOCALHOST:8080"})
    void thisMachineIsAnswered(String host) {
        assertThat(HOME.refusal(from(host))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arke.example.com",
                "localhost.example.com:8080",
                "127.0.0.1.example.com",
                "127.0.0.2",
                "[::2]:8080",
                "::1",
                "localhost:8080:8080",
                ""
            })
    void anotherHostIsRefused(String host) {
        assertThat(HOME.refusal(from(host))).get().asString().contains("only on this machine");
    }

    @Test
    void noHostIsRefused() {
        assertThat(HOME.refusal(
                        new SandboxGuard.Origin(Optional.empty(), List.of(), Optional.empty(), Optional.empty())))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-host", "X-FORWARDED-Proto", "Forwarded"})
    void aProxyIsRefused(String header) {
        var request = new SandboxGuard.Origin(
                Optional.of("localhost"), List.of("Host", header), Optional.empty(), Optional.empty());

        assertThat(HOME.refusal(request)).get().asString().contains("through a proxy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://arke.example.com", "http://10.0.0.7:8080", "http://0.0.0.0:8080", "arke"})
    void aPublicAddressRefusesEverybody(String publicUrl) {
        assertThat(new SandboxGuard(URI.create(publicUrl)).refusal(from("localhost:8080")))
                .get()
                .asString()
                .contains("ARKE_PUBLIC_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, same-origin, true",
        "http://localhost:8080, , true",
        ", same-origin, true",
        "http://evil.example, same-origin, false",
        "http://localhost:9090, , false",
        "null, , false",
        "http://localhost:8080, cross-site, false",
        ", same-site, false",
        ", none, false",
        ", , false"
    })
    void onlyOurOwnPageChangesAnything(String origin, String fetchSite, boolean taken) {
        var request = new SandboxGuard.Origin(
                Optional.of("localhost:8080"), List.of(), Optional.ofNullable(origin), Optional.ofNullable(fetchSite));

        assertThat(HOME.refusalOfChange(request).isEmpty()).isEqualTo(taken);
    }

    private static SandboxGuard.Origin from(String host) {
        return new SandboxGuard.Origin(
                Optional.of(host), List.of("Host", "Accept"), Optional.empty(), Optional.empty());
    }
}
