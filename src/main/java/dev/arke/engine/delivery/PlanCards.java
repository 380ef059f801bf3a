package dev.arke.engine.delivery;

import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.NewCards;
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

/** Plans the cards of new incidents, or in a storm as parts of one digest for each channel. */
public final class PlanCards implements NewCards {
    private final DeliveryStore deliveries;
    private final StormSettings settings;
    private final Ids ids;

    public PlanCards(DeliveryStore deliveries, StormSettings settings, Ids ids) {
        this.deliveries = deliveries;
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
        var recent = deliveries.cardsSince(newCards.keySet(), now.minus(settings.window()));
        var crowded = newCards.keySet().stream()
                .filter(channel ->
                        recent.getOrDefault(channel, 0) + newCards.getOrDefault(channel, 0L) > settings.cards())
                .toList();
        var digests = deliveries.latestDigests(crowded, now.minus(settings.digestAge()));
        var storms = new HashMap<String, Storm>();
        for (var channel : newCards.keySet()) {
            var digest = Optional.ofNullable(digests.get(channel));
            storms.put(
                    channel, new Storm(settings, recent.getOrDefault(channel, 0), digest.map(PlanCards::digest), now));
        }
        return storms;
    }

    private static Storm.Digest digest(DeliveryStore.OpenDigest found) {
        return new Storm.Digest(found.id(), found.members(), found.startedAt(), found.lastJoinedAt());
    }
}
