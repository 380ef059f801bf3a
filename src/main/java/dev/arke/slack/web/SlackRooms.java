package dev.arke.slack.web;

import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.arke.chat.RoomAnswer;
import dev.arke.chat.RoomAnswer.Nothing;
import dev.arke.chat.Rooms;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.slack.web.RoomCalls.Rate;
import dev.arke.slack.web.SlackFailure.Kind;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What Slack can do with its channels and user groups. Safe for many threads; each may be asked for twice. */
public final class SlackRooms implements Rooms {
    private static final int MOST_NAMES = 9;
    private static final int LONGEST_NAME = 80;
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;
    private static final List<ConversationType> CHANNELS =
            List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL);

    private final RoomCalls calls;
    private final RoomPeople people;
    private final UserGroups groups;

    public SlackRooms(SlackClient client, Workspaces workspaces, InstantSource clock) {
        calls = new RoomCalls(client, workspaces, clock);
        people = new RoomPeople(calls);
        groups = new UserGroups(calls, people);
    }

    @Override
    public ContactKind platform() {
        return ContactKind.SLACK;
    }

    @Override
    public RoomAnswer<String> changeTopic(ChannelAddress channel, UnaryOperator<String> change) {
        return RoomRefusals.answer(at(
                channel,
                (workspace, id) -> calls.call(
                                workspace, Rate.INFO, slack -> slack.conversationsInfo(r -> r.channel(id)))
                        .map(info -> topic(info.getChannel()))
                        .then(topic -> setTopic(workspace, id, topic, TopicText.change(topic, change)))));
    }

    private Called<String> setTopic(Workspace workspace, String id, String before, String after) {
        if (after.equals(before)) return new Called.Ok<>(before);
        return calls.call(
                        workspace,
                        Rate.TOPIC,
                        slack -> slack.conversationsSetTopic(r -> r.channel(id).topic(after)))
                .map(done -> after);
    }

    private static String topic(Conversation channel) {
        return channel.getTopic() == null || channel.getTopic().getValue() == null
                ? ""
                : channel.getTopic().getValue();
    }

    @Override
    public RoomAnswer<List<LeftOut>> setMembers(ChannelAddress near, String group, List<Person> wanted) {
        return RoomRefusals.answer(at(near, (workspace, id) -> groups.set(workspace, group, wanted)));
    }

    @Override
    public RoomAnswer<Made> create(Spot spot, String name) {
        var team = spot.tenant().isEmpty() ? Optional.<String>empty() : Optional.of(spot.tenant());
        return RoomRefusals.answer(calls.workspace(team)
                .then(workspace -> isPrivate(workspace, spot)
                        .then(hidden -> create(workspace, name, hidden))
                        .map(channel -> made(workspace, channel))));
    }

    /** What is said where not everybody may look stays there. A channel that we cannot see is a private one. */
    private Called<Boolean> isPrivate(Workspace workspace, Spot spot) {
        var near = spot.near().flatMap(channel -> SlackAddress.parse(channel.address()));
        if (near.isEmpty()) return new Called.Ok<>(false);
        var asked = calls.call(
                        workspace,
                        Rate.INFO,
                        slack -> slack.conversationsInfo(
                                r -> r.channel(near.get().id())))
                .map(info -> info.getChannel().isPrivate());
        return asked.failed().filter(failure -> failure.kind() == Kind.CHANNEL).isPresent()
                ? new Called.Ok<>(true)
                : asked;
    }

    private Called<Conversation> create(Workspace workspace, String name, boolean hidden) {
        var made = named(workspace, name, hidden);
        return isTaken(made) ? mine(workspace).then(ours -> another(workspace, name, hidden, ours)) : made;
    }

    /** An earlier attempt's, whose answer was lost, or one of a name that nobody has. */
    private Called<Conversation> another(Workspace workspace, String name, boolean hidden, List<Conversation> ours) {
        for (int i = 1; i <= MOST_NAMES; i++) {
            var wanted = numbered(name, i);
            var there =
                    ours.stream().filter(one -> wanted.equals(one.getName())).findFirst();
            if (there.isPresent()) return new Called.Ok<>(there.get());
            if (i == 1) continue;
            var made = named(workspace, wanted, hidden);
            if (!isTaken(made)) return made;
        }
        return new Called.Failed<>(SlackFailure.of(
                Kind.OTHER, "name_taken", "the channel " + name + " is somebody else's, and so are those like it"));
    }

    private static String numbered(String name, int i) {
        var end = i == 1 ? "" : "-" + i;
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
    }

    private Called<Conversation> named(Workspace workspace, String name, boolean hidden) {
        return calls.call(
                        workspace,
                        Rate.CREATE,
                        slack -> slack.conversationsCreate(r -> r.name(name).isPrivate(hidden)))
                .map(done -> done.getChannel());
    }

    private static boolean isTaken(Called<Conversation> made) {
        return made.failed()
                .filter(failure -> failure.code().equals("name_taken"))
                .isPresent();
    }

    /** The channels that we made and are in; archived ones are over. */
    private Called<List<Conversation>> mine(Workspace workspace) {
        var ours = new ArrayList<Conversation>();
        var cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = cursor;
            var listed = calls.call(
                    workspace,
                    Rate.MINE,
                    slack -> slack.usersConversations(r ->
                            r.types(CHANNELS).excludeArchived(true).limit(PAGE).cursor(from)));
            var failed = listed.failed();
            if (failed.isPresent()) return new Called.Failed<>(failed.get());
            var answer = listed.answered().orElseThrow();
            answer.getChannels().stream()
                    .filter(channel -> workspace.botUserId().equals(channel.getCreator()))
                    .forEach(ours::add);
            var next = answer.getResponseMetadata();
            cursor = next == null || next.getNextCursor() == null ? "" : next.getNextCursor();
            if (cursor.isEmpty()) break;
        }
        return new Called.Ok<>(ours);
    }

    private Made made(Workspace workspace, Conversation channel) {
        var address = new SlackAddress(
                calls.isHome(workspace) ? Optional.empty() : Optional.of(workspace.teamId()), channel.getId());
        var link =
                URI.create("https://slack.com/app_redirect?team=" + workspace.teamId() + "&channel=" + channel.getId());
        return new Made(
                new ChannelAddress(ContactKind.SLACK, address.toString()), channel.getName(), Optional.of(link));
    }

    @Override
    public RoomAnswer<List<LeftOut>> invite(ChannelAddress channel, List<Person> invited) {
        return RoomRefusals.answer(at(channel, (workspace, id) -> people.invite(workspace, id, invited)));
    }

    @Override
    public RoomAnswer<Nothing> pin(ChannelAddress channel, String messageRef) {
        var ref = MessageRef.parse(messageRef);
        if (ref.isEmpty()) return new RoomAnswer.NotAllowed<>("There is no message to pin.");
        return done(
                channel,
                Set.of("already_pinned"),
                (workspace, id) -> calls.call(
                        workspace,
                        Rate.PIN,
                        slack -> slack.pinsAdd(
                                r -> r.channel(id).timestamp(ref.get().ts()))));
    }

    @Override
    public RoomAnswer<Nothing> archive(ChannelAddress channel) {
        return done(
                channel,
                Set.of("already_archived", "is_archived"),
                (workspace, id) ->
                        calls.call(workspace, Rate.ARCHIVE, slack -> slack.conversationsArchive(r -> r.channel(id))));
    }

    /** {@code already}: Slack's words for what was done before. */
    private <T> RoomAnswer<Nothing> done(
            ChannelAddress channel, Set<String> already, BiFunction<Workspace, String, Called<T>> call) {
        var called = at(channel, call);
        return called.failed().map(SlackFailure::code).filter(already::contains).isPresent()
                ? RoomAnswer.done()
                : RoomRefusals.answer(called.map(answer -> Nothing.NOTHING));
    }

    private <T> Called<T> at(ChannelAddress channel, BiFunction<Workspace, String, Called<T>> call) {
        var address = SlackAddress.parse(channel.address());
        return address.isEmpty()
                ? new Called.Failed<>(
                        SlackFailure.of(Kind.CHANNEL, "no_address", "this is not the id of a Slack channel (C0…)"))
                : calls.workspace(address.get().team())
                        .then(workspace -> call.apply(workspace, address.get().id()));
    }
}
