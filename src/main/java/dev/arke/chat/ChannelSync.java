package dev.arke.chat;

import dev.arke.responder.ContactKind;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something kept up to date in a chat room. {@code written}: what was written or announced last; {@code warned}: what was
 * told of it; {@code wanted} counts the changes that may concern it; {@code attempts} those that failed since it worked.
 */
public record ChannelSync(
        UUID id,
        ChannelSync.Target target,
        int wanted,
        int attempts,
        Optional<String> written,
        Optional<String> warned,
        Optional<String> problem) {

    /** What is kept up to date. */
    public enum What {
        TOPIC,
        GROUP,
        HANDOFF;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static What ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** {@code name}: a channel's address, or a group with the workspace it is of. */
    public record Target(ContactKind platform, What what, String name) {
        public static Target topic(ChannelLink link) {
            return new Target(
                    link.channel().platform(), What.TOPIC, link.channel().address());
        }

        public static Target handoff(ChannelLink link) {
            return new Target(
                    link.channel().platform(), What.HANDOFF, link.channel().address());
        }

        /** Empty when the link names no group. */
        public static Optional<Target> group(ChannelLink link) {
            var address = link.channel().address();
            return link.options()
                    .group()
                    .map(group -> new Target(
                            link.channel().platform(),
                            What.GROUP,
                            address.substring(0, address.lastIndexOf('/') + 1) + group.ref()));
        }

        /** Whether this link wants it kept. */
        public boolean isOf(ChannelLink link) {
            return switch (what) {
                case TOPIC -> link.options().topic() && topic(link).equals(this);
                case GROUP -> group(link).filter(this::equals).isPresent();
                case HANDOFF -> link.options().handoffs() && handoff(link).equals(this);
            };
        }
    }

    /** It is as it should be, but for this trouble, of which people are told once. */
    public ChannelSync kept(Optional<String> now, Optional<String> trouble) {
        return new ChannelSync(id, target, wanted, 0, now, trouble, trouble);
    }

    /** It did not work this time. */
    public ChannelSync failed(String why) {
        return new ChannelSync(id, target, wanted, attempts + 1, written, warned, Optional.of(why));
    }

    /** What is to be told of a trouble that nobody was told of before. */
    public Optional<String> news(Optional<String> trouble) {
        return trouble.filter(words -> warned.filter(words::equals).isEmpty());
    }
}
