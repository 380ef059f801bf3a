package dev.arke.engine.room;

import dev.arke.chat.ChannelLink.UserGroup;
import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.chat.Rooms.LeftOut;
import dev.arke.responder.Team;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Keeps a user group to who is on call. It is never emptied: where nobody could be in it, it stays as it is. */
final class KeepGroup {
    private static final int MOST_NAMES = 10;

    private final Keeping keeping;
    private final UserGroup group;
    private final List<Rooms.Person> people = new ArrayList<>();
    private final List<LeftOut> unlinked = new ArrayList<>();

    private KeepGroup(Keeping keeping, UserGroup group) {
        this.keeping = keeping;
        this.group = group;
        var platform = keeping.sync().target().platform();
        for (var id : keeping.onCall().people()) {
            var accounts = keeping.directory().accounts(id, platform);
            if (accounts.isEmpty())
                unlinked.add(new LeftOut(id, "has no " + platform.word() + " account that I know of"));
            else people.add(new Rooms.Person(id, name(id), accounts));
        }
    }

    /** What there is to do outside any transaction, or how it is. */
    static Step step(Keeping keeping, Rooms rooms) {
        if (keeping.links().isEmpty()) return new Step.Is(new Kept.Ended());
        var keep = new KeepGroup(
                keeping, keeping.links().getFirst().options().group().orElseThrow());
        var sync = keeping.sync();
        if (keep.people.isEmpty())
            return new Step.Is(new Kept.Well(sync.kept(Optional.empty(), Optional.of(keep.nobody()))));
        var members = keep.fingerprint();
        if (sync.written().filter(members::equals).isPresent() && sync.attempts() == 0)
            return new Step.Is(new Kept.Well(sync.kept(sync.written(), sync.problem())));
        var near = keeping.links().getFirst().channel();
        return new Step.Todo(
                () -> keep.written(members, rooms.setMembers(near, keep.group.ref(), List.copyOf(keep.people))));
    }

    /** Either. */
    sealed interface Step {
        record Is(Kept kept) implements Step {}

        record Todo(Supplier<Kept> task) implements Step {}
    }

    /** Whoever is to be in it, by account: a new account is a change too. */
    private String fingerprint() {
        var all = people.stream()
                .map(person -> person.accounts().stream()
                        .map(account -> account.tenant() + "/" + account.externalId())
                        .sorted()
                        .collect(Collectors.joining(",", person.responderId() + "=", ";")))
                .sorted()
                .collect(Collectors.joining());
        var out = unlinked.stream()
                .map(one -> one.responderId().toString())
                .sorted()
                .collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes((all + out).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String nobody() {
        var teams = keeping.teams().stream().map(Team::name).collect(Collectors.joining(" and "));
        return unlinked.isEmpty()
                ? "@" + group.name() + " stays as it is: nobody is on call for " + teams + " now."
                : "@" + group.name() + " stays as it is: " + said(unlinked) + ".";
    }

    private Kept written(String members, RoomAnswer<List<LeftOut>> answer) {
        var sync = keeping.sync();
        return switch (answer) {
            case RoomAnswer.Done<List<LeftOut>> done -> {
                var out = new LinkedHashSet<>(unlinked);
                out.addAll(done.value());
                yield new Kept.Well(sync.kept(
                        Optional.of(members),
                        out.isEmpty()
                                ? Optional.empty()
                                : Optional.of("Not everybody on call is in @" + group.name() + ": "
                                        + said(List.copyOf(out)) + ".")));
            }
            case RoomAnswer.Again<List<LeftOut>> again -> Kept.again(sync, again.after(), problem(again.problem()));
            case RoomAnswer.NotAllowed<List<LeftOut>> not -> Kept.refused(sync, problem(not.sentence()));
            case RoomAnswer.Gone<List<LeftOut>> gone -> Kept.refused(sync, problem(gone.sentence()));
        };
    }

    private String problem(String sentence) {
        return "@" + group.name() + " is not kept to who is on call: " + sentence;
    }

    private String said(List<LeftOut> out) {
        return out.stream()
                .limit(MOST_NAMES)
                .map(one -> name(one.responderId()) + " " + one.why())
                .collect(Collectors.joining(", "));
    }

    private String name(UUID id) {
        return keeping.directory().responder(id).name();
    }
}
