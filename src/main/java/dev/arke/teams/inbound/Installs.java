package dev.arke.teams.inbound;

import dev.arke.delivery.TeamsPerson;
import dev.arke.delivery.TeamsPlace;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.engine.delivery.MarkContacts;
import dev.arke.engine.room.ChannelNews;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.teams.web.Connector;
import dev.arke.teams.web.MessageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Arke is added and removed, and who comes and goes there: what is needed to write to people who never wrote. */
final class Installs {
    private static final Logger LOG = LoggerFactory.getLogger(Installs.class);
    private static final String GONE = "they removed or blocked Arke in Teams";
    private static final int REMEMBERED = 10_000;
    private static final Set<String> ENDS = Set.of("teamDeleted", "teamHardDeleted", "teamArchived");

    private final Connector connector;
    private final KeepTeams keep;
    private final MarkContacts contacts;
    private final BiConsumer<ChannelAddress, ChannelNews> channels;
    private final Askers askers;
    private final Lines lines;
    private final Speech speech;
    /** What was kept last, by conversation: most of what comes tells nothing new. */
    private final Map<String, TeamsPlace> kept = new LinkedHashMap<>();

    Installs(
            Connector connector,
            KeepTeams keep,
            MarkContacts contacts,
            BiConsumer<ChannelAddress, ChannelNews> channels,
            Askers askers,
            Lines lines,
            Speech speech) {
        this.connector = connector;
        this.keep = keep;
        this.contacts = contacts;
        this.channels = channels;
        this.askers = askers;
        this.lines = lines;
        this.speech = speech;
    }

    /** Whatever comes tells where its conversation is answered by now. */
    void note(Heard heard) {
        if (heard.conversation().isEmpty() || heard.serviceUrl().isEmpty() || ends(heard)) return;
        var place = place(heard, MessageRef.place(heard.conversation()));
        // Of comings and goings another node may have heard the last one.
        boolean isTalk = heard.type().equals("message") || heard.type().equals("invoke");
        if (isTalk && isKept(place)) return;
        keep.heardOf(List.of(place));
        if (heard.isPersonal()) personal(heard);
        remember(place);
    }

    private synchronized boolean isKept(TeamsPlace place) {
        return place.equals(kept.get(place.conversationId()));
    }

    private synchronized void remember(TeamsPlace place) {
        kept.put(place.conversationId(), place);
        if (kept.size() > REMEMBERED) kept.remove(kept.keySet().iterator().next());
    }

    private synchronized void forget() {
        kept.clear();
    }

    private static TeamsPlace place(Heard heard, String conversation) {
        return new TeamsPlace(
                conversation,
                heard.tenant(),
                heard.kind(),
                heard.kind() == TeamsPlace.Kind.CHANNEL ? heard.team() : Optional.empty(),
                heard.serviceUrl(),
                heard.botId());
    }

    /** The chat of somebody with us: with it they can be written to. */
    private void personal(Heard heard) {
        var who = heard.who();
        if (who.userId().isEmpty()) return;
        var before = keep.person(who.userId()).or(() -> keep.addressed(who.account()));
        keep.heardOfPeople(List.of(new TeamsPerson(
                who.userId(),
                who.tenant(),
                who.account(),
                before.flatMap(TeamsPerson::email),
                before.flatMap(TeamsPerson::principal),
                who.name(),
                before.map(TeamsPerson::guest).orElse(false),
                heard.serviceUrl(),
                Optional.of(heard.conversation()),
                false)));
        keep.person(who.userId()).ifPresent(person -> contacts.back(ContactKind.TEAMS, addresses(person)));
    }

    /** It tells that Arke is not there any more, perhaps after that was heard already. */
    private static boolean ends(Heard heard) {
        boolean isWithoutUs = heard.activity().path("membersRemoved").findValuesAsText("id").stream()
                .anyMatch(heard.botId()::equals);
        return removes(heard) || isWithoutUs || ENDS.contains(heard.text("/channelData/eventType"));
    }

    private static boolean removes(Heard heard) {
        return heard.type().equals("installationUpdate")
                && heard.text("/action").startsWith("remove");
    }

    /** {@code installationUpdate}: the app was added to, or removed from, a team, a chat or for a person. */
    void installation(Heard heard) {
        if (removes(heard)) {
            removed(heard);
            return;
        }
        people(heard);
        if (heard.isPersonal()) {
            personal(heard);
            lines.run(heard, "help");
        } else lines.give(heard, speech.joined(heard), "");
    }

    private void removed(Heard heard) {
        ended(MessageRef.place(heard.conversation()));
        if (heard.isPersonal()) {
            keep.person(heard.who().userId()).ifPresent(person -> {
                keep.mark(person.userId(), true);
                contacts.gone(ContactKind.TEAMS, addresses(person), GONE);
            });
            return;
        }
        heard.team().ifPresent(team -> ended(team, new ChannelNews.Left()));
    }

    private void ended(String team, ChannelNews news) {
        keep.ofTeam(team).forEach(place -> tell(place.conversationId(), news));
        ended(team);
    }

    private void ended(String conversationOrTeam) {
        keep.ended(conversationOrTeam);
        forget();
    }

    private static Set<String> addresses(TeamsPerson person) {
        return Stream.of(
                        Optional.of(person.account()),
                        Optional.of(person.userId().toLowerCase(java.util.Locale.ROOT)),
                        person.email(),
                        person.principal())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** {@code conversationUpdate}: people and channels come and go. */
    void conversation(Heard heard) {
        switch (heard.text("/channelData/eventType")) {
            case "channelCreated", "channelRestored" ->
                channel(heard).ifPresent(id -> keep.heardOf(List.of(inTeam(heard, id))));
            case "channelDeleted" ->
                channel(heard).ifPresent(id -> {
                    ended(id);
                    tell(id, new ChannelNews.Deleted());
                });
            case "channelRenamed" ->
                channel(heard)
                        .ifPresent(id -> tell(id, new ChannelNews.Renamed(heard.text("/channelData/channel/name"))));
            // Who deleted a team can restore it for a month.
            case "teamDeleted", "teamArchived" ->
                heard.team().ifPresent(team -> ended(team, new ChannelNews.Archived()));
            case "teamHardDeleted" -> heard.team().ifPresent(team -> ended(team, new ChannelNews.Deleted()));
            case "teamRestored", "teamUnarchived" -> people(heard);
            default -> {
                if (heard.activity().path("membersAdded").size() > 0) people(heard);
            }
        }
    }

    private static Optional<String> channel(Heard heard) {
        return Optional.of(heard.text("/channelData/channel/id")).filter(id -> !id.isEmpty());
    }

    private void tell(String channel, ChannelNews news) {
        channels.accept(new ChannelAddress(ContactKind.TEAMS, channel), news);
    }

    private static TeamsPlace inTeam(Heard heard, String channel) {
        return new TeamsPlace(
                channel, heard.tenant(), TeamsPlace.Kind.CHANNEL, heard.team(), heard.serviceUrl(), heard.botId());
    }

    /** The roster and the channels of where this is. */
    private void people(Heard heard) {
        var conversation = heard.team().orElseGet(() -> MessageRef.place(heard.conversation()));
        askers.take(
                heard,
                roster(heard.serviceUrl(), conversation).stream()
                        .filter(member ->
                                !member.userId().isEmpty() && !member.userId().startsWith("28:"))
                        .toList());
        heard.team()
                .flatMap(team -> connector.channels(heard.serviceUrl(), team).answered())
                .ifPresent(ids -> {
                    var places = new ArrayList<TeamsPlace>();
                    ids.forEach(id -> places.add(inTeam(heard, id)));
                    keep.heardOf(places);
                    ids.forEach(id -> tell(id, new ChannelNews.Joined()));
                });
    }

    /** Nobody asks again for those that are not read now. */
    private List<Connector.Member> roster(String serviceUrl, String conversation) {
        var read = connector.members(serviceUrl, conversation);
        read.failed()
                .ifPresent(failure -> LOG.atWarn()
                        .addKeyValue("conversation", conversation)
                        .addKeyValue("problem", failure.problem())
                        .log("who is in a team cannot be read, so they cannot be paged by Teams: add Arke"
                                + " there once more"));
        return read.answered().orElse(List.of());
    }
}
