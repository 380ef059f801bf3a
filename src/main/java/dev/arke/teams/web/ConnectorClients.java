package dev.arke.teams.web;

import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.connector.rest.RestTeamsConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** The SDK's clients, made once for each service URL, with our time limits; all share their threads and connections. */
final class ConnectorClients implements AutoCloseable {
    private static final int CALLS_AT_ONCE = 64;
    /** Bodies are closed and an answer is what it is: whether a call is made again is for the outbox to say. */
    private static final RetryStrategy ONCE = new RetryStrategy("once", false) {
        @Override
        public boolean shouldRetry(int count, @Nullable Response response) {
            return false;
        }
    };

    private final AppTokens tokens;
    private final TeamsTimes times;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("teams call ", 0).factory());
    private final Dispatcher dispatcher = new Dispatcher(threads);
    private final ConnectionPool connections = new ConnectionPool();
    private final Map<String, Clients> clients = new ConcurrentHashMap<>();

    /** For one service URL: everybody's messages, one person's, and what is asked of teams. */
    record Clients(RestConnectorClient open, RestConnectorClient targeted, RestTeamsConnectorClient teams) {}

    ConnectorClients(AppTokens tokens, TeamsTimes times) {
        this.tokens = tokens;
        this.times = times;
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
    }

    Clients of(String serviceUrl) {
        return clients.computeIfAbsent(serviceUrl, this::make);
    }

    private Clients make(String serviceUrl) {
        var teams = new TeamsCalls(client(serviceUrl, chain -> chain.proceed(chain.request())));
        return new Clients(
                new RestConnectorClient(client(serviceUrl, chain -> chain.proceed(chain.request()))),
                with("isTargetedActivity", "true", serviceUrl),
                teams);
    }

    /** One that says this with each call: the SDK has no parameter for it, or one that its own HTTP client refuses. */
    RestConnectorClient with(String parameter, String value, String serviceUrl) {
        return new RestConnectorClient(client(serviceUrl, chain -> {
            var request = chain.request();
            var url = request.url()
                    .newBuilder()
                    .addQueryParameter(parameter, value)
                    .build();
            return chain.proceed(request.newBuilder().url(url).build());
        }));
    }

    private RestClient client(String serviceUrl, Interceptor interceptor) {
        var http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .callTimeout(times.limit().whole())
                .connectTimeout(times.read())
                .readTimeout(times.read())
                .writeTimeout(times.read());
        return new RestClient.Builder(http, new Retrofit.Builder())
                .withBaseUrl(serviceUrl)
                .withCredentials(tokens)
                .withSerializerAdapter(new JacksonAdapter())
                .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
                .withRetryStrategy(ONCE)
                .withConnectionPool(connections)
                .withDispatcher(dispatcher)
                .withInterceptor(interceptor)
                .build();
    }

    /** The SDK's own makes its HTTP client itself, without time limits. */
    private static final class TeamsCalls extends RestTeamsConnectorClient {
        TeamsCalls(RestClient client) {
            super(client);
        }

        /** What it holds is shared, and closed with the rest. */
        @Override
        public void close() {}
    }

    @Override
    public void close() {
        threads.shutdownNow();
        connections.evictAll();
    }
}
