package dev.arke.engine.delivery;

import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.delivery.StormStore;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.NewCards;
import dev.arke.page.ChannelPace;
import dev.arke.page.ChannelPageStore;
import dev.arke.page.Storm;
import dev.arke.page.StormSettings;
import dev.arke.responder.ChannelAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Plans the cards of new incidents, or in a storm as parts of one digest for each channel; in a storm the pages to a
 * channel are held back too.
 */
public final class PlanCards implements NewCards {
    private final DeliveryStore deliveries;
    private final StormStore lately;
    private final ChannelPageStore channelPages;
    private final StormSettings settings;
    private final Ids ids;

    public PlanCards(
            DeliveryStore deliveries,
            StormStore lately,
            ChannelPageStore channelPages,
            StormSettings settings,
            Ids ids) {
        this.deliveries = deliveries;
        this.lately = lately;
        this.channelPages = channelPages;
        this.settings = settings;
        this.ids = ids;
    }

    @Override
    public List<PlannedDelivery> plan(List<NewCard> cards, Instant now) {
        if (cards.isEmpty()) return List.of();
        var storms = storms(
                cards.stream()
                        .flatMap(card -> card.channels().stream())
                        .collect(Collectors.groupingBy(ChannelAddress::toString, Collectors.counting())),
                now);
        var planned = new ArrayList<PlannedDelivery>();
        var joined = new HashSet<UUID>();
        for (var card : cards) {
            for (var channel : card.channels()) {
                var storm = storms.get(channel.toString());
                if (storm != null) plan(card.incidentId(), channel, storm.next(ids::next), planned, joined, now);
            }
        }
        deliveries.touchMessages(joined, now);
        return planned;
    }

    private void plan(
            UUID incidentId,
            ChannelAddress channel,
            Storm.Place place,
            List<PlannedDelivery> planned,
            Set<UUID> joined,
            Instant now) {
        switch (place) {
            case Storm.Place.OwnMessage ignored ->
                planned.add(PlannedDelivery.card(ids.next(), incidentId, channel, now));
            case Storm.Place.NewDigest begun -> {
                planned.add(PlannedDelivery.digest(begun.digestId(), channel, now));
                planned.add(PlannedDelivery.cardInDigest(ids.next(), incidentId, channel, begun.digestId(), now));
            }
            case Storm.Place.InDigest into -> {
                planned.add(PlannedDelivery.cardInDigest(ids.next(), incidentId, channel, into.digestId(), now));
                joined.add(into.digestId());
            }
        }
    }

    /** For the channels of new cards, with how many there are for each. */
    private Map<String, Storm> storms(Map<String, Long> newCards, Instant now) {
        var recent = lately.cardsSince(newCards.keySet(), now.minus(settings.window()));
        var crowded = newCards.keySet().stream()
                .filter(channel ->
                        recent.getOrDefault(channel, 0) + newCards.getOrDefault(channel, 0L) > settings.cards())
                .toList();
        var digests = lately.latestDigests(crowded, now.minus(settings.digestAge()));
        var storms = new HashMap<String, Storm>();
        for (var channel : newCards.keySet()) {
            var digest = Optional.ofNullable(digests.get(channel));
            storms.put(
                    channel, new Storm(settings, recent.getOrDefault(channel, 0), digest.map(PlanCards::digest), now));
        }
        return storms;
    }

    @Override
    public List<PlannedDelivery> paced(List<PlannedDelivery> planned, Instant now) {
        var newPages = countByChannel(planned, Kind.PAGE);
        if (newPages.isEmpty()) return planned;
        var newCards = countByChannel(planned, Kind.CARD);
        var since = now.minus(settings.window());
        var cards = lately.cardsSince(newPages.keySet(), since);
        var posts = channelPages.posts(newPages.keySet(), since, now);
        var held = new HashMap<String, ChannelPace.Held>();
        newPages.forEach((channel, pages) -> {
            var known = posts.getOrDefault(channel, ChannelPace.Posts.NONE);
            int allCards = cards.getOrDefault(channel, 0) + newCards.getOrDefault(channel, 0);
            ChannelPace.held(known, allCards, known.recent() + pages, settings, now)
                    .ifPresent(until -> held.put(channel, until));
        });
        return held.isEmpty() ? planned : hold(planned, held);
    }

    private static Map<String, Integer> countByChannel(List<PlannedDelivery> planned, Kind kind) {
        return planned.stream()
                .filter(row -> row.kind() == kind && row.to().channel().isPresent())
                .collect(Collectors.toMap(row -> row.to().name(), row -> 1, Integer::sum));
    }

    private static List<PlannedDelivery> hold(List<PlannedDelivery> planned, Map<String, ChannelPace.Held> held) {
        var begun = new HashSet<String>();
        var paced = new ArrayList<PlannedDelivery>();
        for (var row : planned) {
            var channel = row.to().name();
            var until = row.kind() == Kind.PAGE ? held.get(channel) : null;
            if (until == null) paced.add(row);
            else paced.add(row.heldUntil(begun.add(channel) ? until.first() : until.others()));
        }
        return paced;
    }

    private static Storm.Digest digest(StormStore.OpenDigest found) {
        return new Storm.Digest(found.id(), found.members(), found.startedAt(), found.lastJoinedAt());
    }
}
