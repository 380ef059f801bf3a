package dev.arke.chat;

import dev.arke.alert.Priority;
import java.util.Optional;

/** The options of a link that somebody named; what they left out stays as it is. {@code group}: empty inside for none. */
public record LinkChange(
        Optional<Priority> lowest,
        Optional<ChannelLink.Timeline> timeline,
        Optional<Boolean> topic,
        Optional<Optional<ChannelLink.UserGroup>> group,
        Optional<Boolean> handoffs) {
    public static final LinkChange NONE =
            new LinkChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ChannelLink.Options of(ChannelLink.Options before) {
        return new ChannelLink.Options(
                lowest.orElse(before.lowest()),
                timeline.orElse(before.timeline()),
                topic.orElse(before.topic()),
                group.map(wanted -> known(wanted, before)).orElse(before.group()),
                handoffs.orElse(before.handoffs()));
    }

    /** The group that is there already, when its name is said: the platform's id of it is kept. */
    private static Optional<ChannelLink.UserGroup> known(
            Optional<ChannelLink.UserGroup> wanted, ChannelLink.Options before) {
        return before.group()
                .filter(group ->
                        wanted.filter(said -> said.ref().equals(group.name())).isPresent())
                .or(() -> wanted);
    }

    LinkChange withLowest(Priority priority) {
        return new LinkChange(Optional.of(priority), timeline, topic, group, handoffs);
    }

    LinkChange withTimeline(ChannelLink.Timeline kind) {
        return new LinkChange(lowest, Optional.of(kind), topic, group, handoffs);
    }

    LinkChange withTopic(boolean kept) {
        return new LinkChange(lowest, timeline, Optional.of(kept), group, handoffs);
    }

    LinkChange withGroup(Optional<ChannelLink.UserGroup> other) {
        return new LinkChange(lowest, timeline, topic, Optional.of(other), handoffs);
    }

    LinkChange withHandoffs(boolean announced) {
        return new LinkChange(lowest, timeline, topic, group, Optional.of(announced));
    }
}
