package dev.arke.testkit.teams;

import dev.arke.testkit.teams.FakeTeams.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is where in the tenant: one team with its channels and their threads, chats of several people, and chats of one with
 * the bot; and in which of them the bot is.
 */
public final class TeamsTenant {
    private static final String THREAD = ";messageid=";

    /** What the connector says of a conversation that the bot names. */
    enum Found {
        THERE,
        /** It exists, and the bot is not in it. */
        WITHOUT_THE_BOT,
        /** Somebody wants to hear nothing of the bot. */
        BLOCKED,
        NOWHERE
    }

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Set<String> ofTeam = new LinkedHashSet<>();
    private final Set<String> channels = new LinkedHashSet<>();
    private final Map<String, List<String>> chats = new LinkedHashMap<>();
    private final Set<String> withoutBot = new HashSet<>();
    private final Set<String> threads = new HashSet<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> blocked = new HashSet<>();

    /** Somebody of the tenant who is in the team. */
    synchronized void add(Person person) {
        people.put(person.userId(), person);
        ofTeam.add(person.userId());
    }

    /** Somebody of the tenant who is in no team that the bot is in. */
    public synchronized void addApart(Person person) {
        people.put(person.userId(), person);
    }

    /** Somebody comes to the team. */
    public synchronized void join(String userId) {
        ofTeam.add(userId);
    }

    /** Somebody leaves the team, and with it what the bot may write to. */
    public synchronized void leave(String userId) {
        ofTeam.remove(userId);
        block(userId);
    }

    synchronized void channel(String id) {
        channels.add(id);
    }

    /** A channel is deleted. */
    public synchronized void delete(String channel) {
        channels.remove(channel);
    }

    /** A chat of several, in which the bot is. */
    public synchronized void chat(String id, String... userIds) {
        chats.put(id, List.of(userIds));
    }

    /** A chat that the bot was not added to. */
    public synchronized void chatWithoutBot(String id, String... userIds) {
        chat(id, userIds);
        withoutBot.add(id);
    }

    /** Whatever is written to somebody is refused from now on. */
    public synchronized void block(String userId) {
        blocked.add(userId);
    }

    public synchronized void unblock(String userId) {
        blocked.remove(userId);
    }

    /** The app is added to or removed from a team, a chat, or for a person. */
    synchronized void install(String conversation, boolean isIn) {
        var place = place(conversation);
        var user = user(place);
        if (user.isPresent() && isIn) unblock(user.get());
        else if (user.isPresent()) block(user.get());
        else if (isIn) withoutBot.remove(place);
        else withoutBot.add(place);
    }

    /** Somebody has written there: it exists. */
    synchronized void written(String conversation) {
        if (user(conversation).isPresent()) opened.add(conversation);
        else if (conversation.contains(THREAD)) threads.add(conversation);
    }

    /** A new chat of somebody with the bot. */
    synchronized String open(String userId) {
        var chat = FakeTeams.direct(userId);
        opened.add(chat);
        return chat;
    }

    synchronized Optional<Person> person(String userId) {
        return Optional.ofNullable(people.get(userId));
    }

    synchronized Found find(String conversation) {
        var user = user(conversation);
        if (user.isPresent() && blocked.contains(user.get())) return Found.BLOCKED;
        if (user.isPresent()) return opened.contains(conversation) ? Found.THERE : Found.NOWHERE;
        var place = place(conversation);
        boolean isOfTeam = place.equals(FakeTeams.TEAM) || channels.contains(place);
        if (!isOfTeam && !chats.containsKey(place)) return Found.NOWHERE;
        if (withoutBot.contains(isOfTeam ? FakeTeams.TEAM : place)) return Found.WITHOUT_THE_BOT;
        return conversation.contains(THREAD) && !threads.contains(conversation) ? Found.NOWHERE : Found.THERE;
    }

    synchronized Found findUser(String userId) {
        if (!people.containsKey(userId)) return Found.NOWHERE;
        return blocked.contains(userId) ? Found.BLOCKED : Found.THERE;
    }

    /** In the order in which they came. */
    synchronized List<Person> members(String conversation) {
        var place = place(conversation);
        var ids = user(place).map(List::of).orElseGet(() -> chats.getOrDefault(place, List.copyOf(ofTeam)));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .toList();
    }

    /** The ids of the team's channels, of which its own is the first. */
    synchronized List<String> channels() {
        var all = new ArrayList<>(List.of(FakeTeams.TEAM));
        all.addAll(channels);
        return all;
    }

    /** The channel or chat, whatever the thread. */
    static String place(String conversation) {
        return conversation.split(THREAD, 2)[0];
    }

    private Optional<String> user(String conversation) {
        return conversation.startsWith("a:") ? Optional.of("29:" + conversation.substring(2)) : Optional.empty();
    }
}
