package dev.arke.testkit.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.bot.connector.authentication.ChannelValidation;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;

/**
 * The Bot Framework's keys, at an address of their own where the SDK looks for them; what is signed with them is Teams'. One
 * for all tests, as the SDK keeps the address for the whole program.
 */
public final class BotFrameworkKeys {
    public static final String ISSUER = "https://api.botframework.com";
    private static final String ENDORSED = "endorsed";
    private static final String UNENDORSED = "of-another-channel";
    private static final KeyPair KEYS = pair();
    private static final KeyPair OTHERS = pair();

    static {
        ChannelValidation.setOpenIdMetaDataUrl(serve());
    }

    private BotFrameworkKeys() {}

    /** A token as Teams sends it, for this service URL. */
    public static String token(String serviceUrl) {
        return token(serviceUrl, it -> it);
    }

    /** The same with something else in it. */
    public static String token(String serviceUrl, UnaryOperator<JWTCreator.Builder> change) {
        return change.apply(claims(serviceUrl, ENDORSED)).sign(algorithm(KEYS));
    }

    /** Signed with a key that is nobody's. */
    public static String forged(String serviceUrl) {
        return claims(serviceUrl, ENDORSED).sign(algorithm(OTHERS));
    }

    /** Signed with a key that may not speak for Teams. */
    public static String ofAnotherChannel(String serviceUrl) {
        return claims(serviceUrl, UNENDORSED).sign(algorithm(KEYS));
    }

    private static JWTCreator.Builder claims(String serviceUrl, String key) {
        var now = Instant.now();
        return JWT.create()
                .withKeyId(key)
                .withIssuer(ISSUER)
                .withAudience(FakeTeams.APP_ID)
                .withClaim("serviceurl", serviceUrl)
                .withNotBefore(Date.from(now.minusSeconds(60)))
                .withExpiresAt(Date.from(now.plusSeconds(3600)));
    }

    private static Algorithm algorithm(KeyPair keys) {
        return Algorithm.RSA256((RSAPublicKey) keys.getPublic(), (RSAPrivateKey) keys.getPrivate());
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(task -> Thread.ofPlatform().daemon().start(task));
            var base = "http://127.0.0.1:" + server.getAddress().getPort();
            var about =
                    JsonNodeFactory.instance.objectNode().put("issuer", ISSUER).put("jwks_uri", base + "/jwks");
            about.putArray("id_token_signing_alg_values_supported").add("RS256");
            server.createContext("/openid", exchange -> answer(exchange, about.toString()));
            server.createContext("/jwks", exchange -> answer(exchange, keys()));
            server.start();
            return base + "/openid";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String keys() {
        var json = JsonNodeFactory.instance.objectNode();
        var keys = json.putArray("keys");
        var open = (RSAPublicKey) KEYS.getPublic();
        for (var id : new String[] {ENDORSED, UNENDORSED}) {
            var key = keys.addObject()
                    .put("kty", "RSA")
                    .put("use", "sig")
                    .put("kid", id)
                    .put("n", base64(open.getModulus()))
                    .put("e", base64(open.getPublicExponent()));
            key.putArray("endorsements").add(id.equals(ENDORSED) ? "msteams" : "webchat");
        }
        return json.toString();
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
