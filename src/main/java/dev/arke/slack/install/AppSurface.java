package dev.arke.slack.install;

import dev.arke.slack.SlackSettings.Extras;
import java.util.List;
import java.util.stream.Stream;

/** What Arke's Slack app has, once: manifest, installation and listeners all go by these lists. */
public final class AppSurface {
    /** Where Slack sends commands, clicks and events. */
    public static final String EVENTS_PATH = "/slack/events";

    public static final String INSTALL_PATH = "/slack/install";
    public static final String REDIRECT_PATH = "/slack/oauth_redirect";

    /** The events that Slack tells us, each with a listener. */
    public static final List<String> EVENTS = List.of(
            "app_home_opened",
            "app_mention",
            "app_uninstalled",
            "channel_archive",
            "channel_deleted",
            "channel_id_changed",
            "channel_left",
            "channel_rename",
            "channel_unarchive",
            "group_archive",
            "group_deleted",
            "group_left",
            "group_rename",
            "group_unarchive",
            "member_joined_channel",
            "member_left_channel",
            "message.im",
            "tokens_revoked",
            "user_change");

    /** What is written in channels; only where plain replies in threads are heard. */
    private static final List<String> CHANNELS = List.of("message.channels", "message.groups");

    private AppSurface() {}

    public static List<String> events(Extras extras) {
        return extras.hearsThreads()
                ? Stream.concat(EVENTS.stream(), CHANNELS.stream()).toList()
                : EVENTS;
    }

    /** A way to call Arke from Slack's own menus. Slack takes names of at most 24 characters. */
    public enum Shortcut {
        PAGE_ABOUT(
                "page_about", "Page about this message", true, "Page whoever is on call, with a link to this message"),
        ADD_TO_TIMELINE(
                "add_to_timeline",
                "Add to incident timeline",
                true,
                "Keep this message in the timeline of an incident"),
        PAGE_SOMEBODY(
                "page_somebody", "Page somebody", false, "Page a person, a team or whoever has a service on call");

        private final String callbackId;
        private final String title;
        private final boolean onMessages;
        private final String description;

        Shortcut(String callbackId, String title, boolean onMessages, String description) {
            this.callbackId = callbackId;
            this.title = title;
            this.onMessages = onMessages;
            this.description = description;
        }

        public String callbackId() {
            return callbackId;
        }

        /** As people see it in the menu. */
        public String title() {
            return title;
        }

        /** Whether it stands in a message's menu; else in the composer's. */
        public boolean onMessages() {
            return onMessages;
        }

        public String description() {
            return description;
        }
    }
}
