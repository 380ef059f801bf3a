package dev.arke.slack.web;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.Methods;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatMeMessageResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.SlackSettings.Extras;
import dev.arke.slack.web.SlackFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place from which the Web API is called: under time limits, with every failure a value. It neither retries nor
 * queues, as the outbox does both; what Slack takes no more of for now it does not ask for ({@link MethodPace}). Safe for many threads.
 */
public final class SlackClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackClient.class);
    /** The client alone would keep five, and open a new connection for nearly each message of a burst. */
    private static final int KEPT = 128;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Slack slack;
    private final SlackTimes times;
    private final Extras extras;

    /** One method of the Web API with its arguments. */
    @FunctionalInterface
    public interface Method<T extends SlackApiTextResponse> {
        T call(MethodsClient methods) throws IOException, SlackApiException;
    }

    public SlackClient(SlackSettings settings, InstantSource clock) {
        this(settings, SlackTimes.STANDARD, clock);
    }

    SlackClient(SlackSettings settings, SlackTimes times, InstantSource clock) {
        this.times = times;
        this.extras = settings.extras();
        var config = config(settings, times);
        // A call that breaks off may have been done: whether it is made again is for the outbox to say, which knows how
        // to find out.
        var http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(KEPT, 1, TimeUnit.MINUTES))
                .addInterceptor(new MethodPace(clock))
                .build();
        this.slack = Slack.getInstance(config, new SlackHttpClient(http));
    }

    private static SlackConfig config(SlackSettings settings, SlackTimes times) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setHttpClientReadTimeoutMillis(Math.toIntExact(times.read().toMillis()));
        config.setHttpClientWriteTimeoutMillis(Math.toIntExact(times.read().toMillis()));
        config.setHttpClientCallTimeoutMillis(
                Math.toIntExact(times.limit().whole().toMillis()));
        // What it would count and log is counted and logged by the outbox, without the words of messages.
        config.setStatsEnabled(false);
        config.getHttpClientResponseHandlers().clear();
        return config;
    }

    Extras extras() {
        return extras;
    }

    SlackTimes times() {
        return times;
    }

    /** For the parts of Bolt that need one: the same address and time limits. */
    public Slack slack() {
        return slack;
    }

    public <T extends SlackApiTextResponse> Called<T> call(Workspace workspace, Method<T> method) {
        return call(workspace.token(), method);
    }

    public <T extends SlackApiTextResponse> Called<T> call(String token, Method<T> method) {
        return called(() -> {
            var answer = method.call(slack.methods(token));
            return answer.isOk()
                    ? new Called.Ok<>(answer)
                    : new Called.Failed<>(SlackErrors.of(
                            Optional.ofNullable(answer.getError()), Optional.ofNullable(answer.getNeeded())));
        });
    }

    /** Posts a message; answers where it stands. */
    public Called<ChatMeMessageResponse> post(String token, ChatPostMessageRequest message) {
        return say(token, Methods.CHAT_POST_MESSAGE, RequestFormBuilder.toForm(message));
    }

    /** Edits a message. */
    Called<ChatMeMessageResponse> update(String token, ChatUpdateRequest message) {
        return say(token, Methods.CHAT_UPDATE, RequestFormBuilder.toForm(message));
    }

    /**
     * The message, which comes back with the answer, is not read: it may hold what the client does not know yet, and describing all
     * that it does know costs a third of the call. What is left is what a "me message" is answered with.
     */
    private Called<ChatMeMessageResponse> say(String token, String method, FormBody.Builder form) {
        return call(
                token,
                methods -> methods.postFormWithTokenAndParseResponse(
                        empty -> form, method, token, ChatMeMessageResponse.class));
    }

    /** Sends the bytes of a file to an address that Slack named for them; answers how many. */
    Called<Integer> upload(String address, byte[] bytes) {
        return called(() -> {
            var http = slack.getHttpClient().getOkHttpClient();
            var request = new Request.Builder()
                    .url(address)
                    .post(RequestBody.create(bytes))
                    .build();
            try (var response = http.newCall(request).execute()) {
                return response.isSuccessful()
                        ? new Called.Ok<>(bytes.length)
                        : new Called.Failed<>(SlackErrors.server(response.code()));
            }
        });
    }

    @FunctionalInterface
    private interface Call<T> {
        Called<T> make() throws IOException, SlackApiException;
    }

    private static <T> Called<T> called(Call<T> call) {
        try {
            return call.make();
        } catch (SlackApiException e) {
            return new Called.Failed<>(refused(e));
        } catch (InterruptedIOException e) {
            return failed(Kind.TIMEOUT, "timeout", "Slack did not answer in time");
        } catch (UnknownHostException e) {
            return failed(Kind.SERVER, "unreachable", "Slack cannot be found: its name has no address");
        } catch (SSLException e) {
            return failed(Kind.SERVER, "no_trust", "Slack has no certificate that we trust for its name");
        } catch (IOException e) {
            return failed(Kind.SERVER, "unreachable", "Slack cannot be reached, or broke off");
        } catch (JsonParseException e) {
            return failed(Kind.SERVER, "unreadable", "what answers at SLACK_API_URL is not Slack");
        }
    }

    private static SlackFailure refused(SlackApiException refusal) {
        int status = refusal.getResponse().code();
        if (status == TOO_MANY_REQUESTS)
            return SlackErrors.rateLimited(
                    Optional.ofNullable(refusal.getResponse().header("Retry-After")));
        var said = Optional.ofNullable(refusal.getError());
        return status >= 500 || said.isEmpty()
                ? SlackErrors.server(status)
                : SlackErrors.of(said.map(error -> error.getError()), said.map(error -> error.getNeeded()));
    }

    private static <T> Called<T> failed(Kind kind, String code, String problem) {
        return new Called.Failed<>(SlackFailure.of(kind, code, problem));
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception e) {
            LOG.atWarn().setCause(e).log("Slack's client did not close well");
        }
    }
}
