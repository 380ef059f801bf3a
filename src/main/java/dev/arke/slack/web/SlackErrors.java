package dev.arke.slack.web;

import dev.arke.slack.web.SlackFailure.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The error words of the Web API (docs.slack.dev/reference/methods, each method's list) and what they mean here. */
final class SlackErrors {
    private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,60}");
    private static final Duration NO_WAIT = Duration.ZERO;
    private static final String INVITE = "invite the bot with /invite, or use another channel";

    private record Meaning(Kind kind, String problem) {}

    private static final Map<String, Meaning> MEANINGS = new HashMap<>();

    static {
        put(
                Kind.AUTH,
                "Slack does not know our token: put the app's present one into SLACK_BOT_TOKEN",
                List.of("invalid_auth", "not_authed", "token_expired", "not_allowed_token_type"));
        put(
                Kind.AUTH,
                "Slack has revoked our token: install the app again",
                List.of("token_revoked", "account_inactive", "org_login_required", "team_access_not_granted"));
        put(
                Kind.AUTH,
                "the Slack app may not do this: add the missing scope and install it again",
                List.of("missing_scope", "no_permission", "access_denied", "ekm_access_denied"));
        put(Kind.AUTH, "Slack refuses requests from this network address", List.of("ip_denied", "invalid_ip"));
        put(Kind.PERSON, "nobody with this id is in the workspace", List.of("user_not_found", "user_not_visible"));
        put(Kind.PERSON, "the account is deactivated", List.of("user_disabled", "user_is_restricted"));
        put(Kind.PERSON, "bots cannot be written to", List.of("cannot_dm_bot"));
        put(
                Kind.AUTH,
                "the Slack app's messages tab is off: turn it on in the app's App Home",
                List.of("messages_tab_disabled"));
        put(
                Kind.CHANNEL,
                "there is no such channel, or the bot is not in it: " + INVITE,
                List.of("channel_not_found", "not_in_channel"));
        put(Kind.CHANNEL, "the channel is archived: link another one", List.of("is_archived", "channel_is_archived"));
        put(
                Kind.CHANNEL,
                "the workspace restricts who may post there: allow the bot, or link another channel",
                List.of(
                        "restricted_action",
                        "restricted_action_read_only_channel",
                        "restricted_action_thread_only_channel",
                        "restricted_action_non_threadable_channel",
                        "restricted_action_thread_locked"));
        put(
                Kind.CHANNEL,
                "this message can be sent only to people and channels of one workspace",
                List.of("team_not_found", "channel_type_not_supported", "method_not_supported_for_channel_type"));
        put(
                Kind.MESSAGE,
                "the message is gone, or cannot be changed any more",
                List.of(
                        "message_not_found",
                        "cant_update_message",
                        "edit_window_closed",
                        "thread_not_found",
                        "cannot_reply_to_message",
                        "is_inactive",
                        "update_failed"));
        put(
                Kind.PAYLOAD,
                "Slack does not take the message in this form",
                List.of(
                        "invalid_blocks",
                        "invalid_blocks_format",
                        "msg_too_long",
                        "msg_blocks_too_long",
                        "no_text",
                        "invalid_metadata_format",
                        "invalid_metadata_schema",
                        "metadata_too_large",
                        "metadata_must_be_sent_from_app",
                        "block_mismatch",
                        "invalid_arguments",
                        "invalid_arg_name",
                        "invalid_array_arg",
                        "invalid_charset",
                        "invalid_form_data",
                        "too_many_attachments"));
        put(
                Kind.RATE_LIMITED,
                "Slack takes no more messages for now",
                List.of("ratelimited", "rate_limited", "message_limit_exceeded"));
        put(
                Kind.SERVER,
                "Slack failed",
                List.of(
                        "fatal_error",
                        "internal_error",
                        "service_unavailable",
                        "team_added_to_org",
                        "accesslimited",
                        "external_service_error"));
        put(Kind.TIMEOUT, "Slack did not get to it in time", List.of("request_timeout"));
    }

    private SlackErrors() {}

    private static void put(Kind kind, String problem, List<String> codes) {
        codes.forEach(code -> MEANINGS.put(code, new Meaning(kind, problem)));
    }

    /** {@code word} as Slack said it, {@code needed} the scope that it misses. */
    static SlackFailure of(Optional<String> word, Optional<String> needed) {
        var code = word.filter(said -> WORD.matcher(said).matches()).orElse("unknown_error");
        var meaning = MEANINGS.getOrDefault(code, new Meaning(Kind.OTHER, "Slack refused it"));
        var scope = needed.filter(said -> said.matches("[a-z:._,-]{1,80}")).map(said -> ", needed " + said);
        return SlackFailure.of(meaning.kind(), code, meaning.problem() + " (" + code + scope.orElse("") + ")");
    }

    static SlackFailure rateLimited(Optional<String> retryAfter) {
        var wait = retryAfter
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(NO_WAIT);
        return new SlackFailure(Kind.RATE_LIMITED, "ratelimited", "Slack takes no more of these for now", wait);
    }

    static SlackFailure server(int status) {
        return SlackFailure.of(Kind.SERVER, "http_" + status, "Slack failed (HTTP " + status + ")");
    }
}
