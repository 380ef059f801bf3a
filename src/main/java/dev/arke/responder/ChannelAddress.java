package dev.arke.responder;

import java.util.Optional;

/** A chat room on a platform, written {@code slack:C0PAY}. */
public record ChannelAddress(ContactKind platform, String address) {
    public ChannelAddress {
        if (!platform.isChat()) throw new IllegalArgumentException(platform.word() + " has no channels");
    }

    /** Reads "platform:address"; empty when the platform is none that has channels or the address is blank. */
    public static Optional<ChannelAddress> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.substring(colon + 1).isBlank()) return Optional.empty();
        return ContactKind.parse(text.substring(0, colon))
                .filter(ContactKind::isChat)
                .map(kind -> new ChannelAddress(kind, text.substring(colon + 1).strip()));
    }

    @Override
    public String toString() {
        return platform.word() + ":" + address;
    }
}
