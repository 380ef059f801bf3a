package dev.arke.delivery;

import dev.arke.responder.Actor;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a message goes. {@code name} tells recipients apart, so that nobody gets one turn twice: the contact method's id,
 * "slack:C0PAY" for a channel, "webhook:https://…" for a call. {@code address} is what the carrier needs.
 */
public record Recipient(
        String name, Optional<UUID> responderId, Optional<UUID> contactMethodId, ContactKind carrier, String address) {

    public static Recipient of(ContactMethod method) {
        return new Recipient(
                method.id().toString(),
                Optional.of(method.responderId()),
                Optional.of(method.id()),
                method.kind(),
                method.address());
    }

    /** Somebody's direct messages, whoever they are to Arke; Slack's address names the workspace. */
    public static Recipient of(Actor.Unlinked account) {
        boolean isNamed =
                account.platform() == ContactKind.SLACK && !account.tenant().isEmpty();
        return new Recipient(
                "account:" + account.word(),
                Optional.empty(),
                Optional.empty(),
                account.platform(),
                isNamed ? account.tenant() + "/" + account.userId() : account.userId());
    }

    public static Recipient of(ChannelAddress channel) {
        return new Recipient(
                channel.toString(), Optional.empty(), Optional.empty(), channel.platform(), channel.address());
    }

    public static Recipient of(URI webhook) {
        return new Recipient(
                "webhook:" + webhook, Optional.empty(), Optional.empty(), ContactKind.WEBHOOK, webhook.toString());
    }

    /** A mail address that is nobody's way of contact, such as a list's. */
    public static Recipient ofMail(String address) {
        return new Recipient("mail:" + address, Optional.empty(), Optional.empty(), ContactKind.EMAIL, address);
    }

    /** The chat room it goes to, if it is one. */
    public Optional<ChannelAddress> channel() {
        return contactMethodId.isEmpty() && carrier.isChat()
                ? Optional.of(new ChannelAddress(carrier, address))
                : Optional.empty();
    }

    /** Without the address, which may be private. */
    @Override
    public String toString() {
        if (responderId.isPresent()) return carrier.word() + " of " + responderId.get();
        if (carrier == ContactKind.EMAIL) return "a mail address";
        return carrier == ContactKind.WEBHOOK ? webhookHost() : name;
    }

    private String webhookHost() {
        var host = URI.create(address).getHost();
        return "webhook at " + (host == null ? "?" : host.toLowerCase(Locale.ROOT));
    }
}
