package dev.arke.slack.web;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a file into a channel in Slack's three steps (docs.slack.dev/messaging/working-with-files). Nobody sees anything of
 * it before the last one, so the first two are done once more where they failed in passing. The last one never is: it may
 * have been done, and there would be two.
 */
public final class SlackFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SlackFiles.class);

    private final SlackClient client;

    public SlackFiles(SlackClient client) {
        this.client = client;
    }

    /** Where a file is shown. */
    public record Place(String channel, Optional<String> thread) {}

    /** What became of it. */
    public enum Arrival {
        SHOWN,
        /** Slack did not answer the last step, and may have done it. */
        PERHAPS,
        NOT_SHOWN
    }

    /** {@code alt} says what is in it, for those who do not see it; at most 1,000 characters. */
    public Arrival show(String token, String name, String alt, byte[] bytes, Place place) {
        var stored = stored(token, name, alt, bytes);
        if (stored.failed().filter(SlackFailure::mayHaveHappened).isPresent()) stored = stored(token, name, alt, bytes);
        return switch (stored) {
            case Called.Failed<String>(var failure) -> failed(failure, Arrival.NOT_SHOWN);
            case Called.Ok<String>(var id) ->
                client.call(token, methods -> methods.filesCompleteUploadExternal(completed(id, name, place)))
                        .failed()
                        .map(failure ->
                                failed(failure, failure.mayHaveHappened() ? Arrival.PERHAPS : Arrival.NOT_SHOWN))
                        .orElse(Arrival.SHOWN);
        };
    }

    private static FilesCompleteUploadExternalRequest completed(String id, String name, Place place) {
        return FilesCompleteUploadExternalRequest.builder()
                .files(List.of(FileDetails.builder().id(id).title(name).build()))
                .channelId(place.channel())
                .threadTs(place.thread().orElse(null))
                .build();
    }

    /** Its id, once Slack has all of it. */
    private Called<String> stored(String token, String name, String alt, byte[] bytes) {
        return client.call(
                        token,
                        methods -> methods.filesGetUploadURLExternal(
                                ask -> ask.filename(name).length(bytes.length).altTxt(alt)))
                .then(address -> sent(address, bytes));
    }

    private Called<String> sent(FilesGetUploadURLExternalResponse address, byte[] bytes) {
        return client.upload(address.getUploadUrl(), bytes).map(done -> address.getFileId());
    }

    private static Arrival failed(SlackFailure failure, Arrival arrival) {
        LOG.atWarn()
                .addKeyValue("code", failure.code())
                .addKeyValue("arrival", arrival)
                .log("a file did not reach Slack, or may not have");
        return arrival;
    }
}
