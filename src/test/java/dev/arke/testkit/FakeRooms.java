package dev.arke.testkit;

import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rooms where the network begins: keeps what it is asked for, and answers as it is told; done when it is told nothing. */
public final class FakeRooms implements Rooms {
    private final ContactKind platform;
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Queue<RoomAnswer<?>>> scripts = new HashMap<>();
    private final Map<String, String> topics = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, List<String>> invited = new HashMap<>();
    private final Map<UUID, String> guests = new HashMap<>();
    private Runnable during = () -> {};

    public FakeRooms(ContactKind platform) {
        this.platform = platform;
    }

    /** The next answers to this kind of call ("topic", "group", "create", "invite", "pin", "archive"). */
    public synchronized void answer(String call, RoomAnswer<?>... answers) {
        scripts.computeIfAbsent(call, any -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    /** Somebody whom groups and rooms do not take. */
    public synchronized void refuse(UUID responderId, String why) {
        guests.put(responderId, why);
    }

    public synchronized void topic(String channel, String topic) {
        topics.put(channel, topic);
    }

    public synchronized String topic(String channel) {
        return topics.getOrDefault(channel, "");
    }

    /** The accounts in a group. */
    public synchronized List<String> group(String name) {
        return groups.getOrDefault(name, List.of());
    }

    /** The accounts invited to a channel. */
    public synchronized List<String> invited(String channel) {
        return invited.getOrDefault(channel, List.of());
    }

    /** What is done in the midst of each call from now on. */
    public synchronized void during(Runnable what) {
        during = what;
    }

    /** The calls since the last time, in their order. */
    public synchronized List<String> take() {
        var taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    private <T> @Nullable RoomAnswer<T> told(String call, String said) {
        Runnable meanwhile;
        synchronized (this) {
            calls.add(call + " " + said);
            meanwhile = during;
        }
        meanwhile.run();
        synchronized (this) {
            var script = scripts.getOrDefault(call, new ArrayDeque<>());
            @SuppressWarnings("unchecked")
            var answer = (RoomAnswer<T>) script.poll();
            return answer;
        }
    }

    @Override
    public ContactKind platform() {
        return platform;
    }

    @Override
    public RoomAnswer<String> changeTopic(ChannelAddress channel, UnaryOperator<String> change) {
        RoomAnswer<String> told = told("topic", channel.address());
        if (told != null) return told;
        synchronized (this) {
            topics.put(channel.address(), change.apply(topic(channel.address())));
            return new RoomAnswer.Done<>(topic(channel.address()));
        }
    }

    @Override
    public RoomAnswer<List<LeftOut>> setMembers(ChannelAddress near, String group, List<Person> people) {
        RoomAnswer<List<LeftOut>> told = told("group", group);
        if (told != null) return told;
        synchronized (this) {
            if (people.isEmpty()) throw new IllegalArgumentException("a group cannot be empty");
            groups.put(group, accounts(people));
            return new RoomAnswer.Done<>(leftOut(people));
        }
    }

    @Override
    public RoomAnswer<Made> create(Spot spot, String name) {
        RoomAnswer<Made> told = told("create", name);
        return told != null
                ? told
                : new RoomAnswer.Done<>(new Made(new ChannelAddress(platform, name), name, Optional.empty()));
    }

    @Override
    public RoomAnswer<List<LeftOut>> invite(ChannelAddress channel, List<Person> people) {
        RoomAnswer<List<LeftOut>> told = told("invite", channel.address() + " " + String.join(",", accounts(people)));
        if (told != null) return told;
        synchronized (this) {
            invited.computeIfAbsent(channel.address(), any -> new ArrayList<>()).addAll(accounts(people));
            return new RoomAnswer.Done<>(leftOut(people));
        }
    }

    @Override
    public RoomAnswer<RoomAnswer.Nothing> pin(ChannelAddress channel, String messageRef) {
        RoomAnswer<RoomAnswer.Nothing> told = told("pin", channel.address() + " " + messageRef);
        return told != null ? told : RoomAnswer.done();
    }

    @Override
    public RoomAnswer<RoomAnswer.Nothing> archive(ChannelAddress channel) {
        RoomAnswer<RoomAnswer.Nothing> told = told("archive", channel.address());
        return told != null ? told : RoomAnswer.done();
    }

    private List<String> accounts(List<Person> people) {
        return people.stream()
                .filter(person -> !guests.containsKey(person.responderId()))
                .map(person -> person.accounts().getFirst().externalId())
                .sorted()
                .toList();
    }

    private List<LeftOut> leftOut(List<Person> people) {
        var known = Set.copyOf(guests.keySet());
        return people.stream()
                .map(Person::responderId)
                .filter(known::contains)
                .map(id -> new LeftOut(id, String.valueOf(guests.get(id))))
                .toList();
    }
}
