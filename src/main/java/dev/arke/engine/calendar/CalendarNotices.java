package dev.arke.engine.calendar;

import dev.arke.card.Phrases;
import dev.arke.chat.NoticePhrases;
import dev.arke.database.Transactions;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.TellPeople;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Tells people and channels what happened on a calendar, and wakes the sender. Inside a unit. */
final class CalendarNotices {
    private final Transactions transactions;
    private final TellPeople people;
    private final Runnable wakeSender;

    CalendarNotices(CalendarUseCases.Needs needs) {
        transactions = needs.transactions();
        people = new TellPeople(needs.deliveries(), needs.carriers(), needs.ids());
        wakeSender = needs.wakeSender();
    }

    /** Tells each of the people; where none can be told, the admins' channels. */
    void tellOrAdmins(Collection<UUID> whom, Function<Phrases, String> words, Directory directory, Instant now) {
        var told = people.tell(whom, words, directory, now);
        planned(told > 0 ? told : people.tellAdminChannels(words.apply(NoticePhrases.ENGLISH), directory, now));
    }

    /** Tells each of the people. */
    void tell(Collection<UUID> whom, Function<Phrases, String> words, Directory directory, Instant now) {
        planned(people.tell(whom, words, directory, now));
    }

    /** Those of them whom nothing can be told. */
    List<UUID> unreached(Collection<UUID> whom, Directory directory) {
        return people.unreached(whom, directory);
    }

    /** Tells each of them something of their own. */
    void tellEach(Map<UUID, Function<Phrases, String>> words, Directory directory, Instant now) {
        planned(people.tellEach(words, directory, now));
    }

    /** Tells the admins of a team; where none can be told, the admins' channels. */
    void tellAdmins(Team team, Function<Phrases, String> words, Directory directory, Instant now) {
        var told = people.tellAdmins(List.of(team), words, directory, now);
        planned(told > 0 ? told : people.tellAdminChannels(words.apply(NoticePhrases.of(team)), directory, now));
    }

    /** Says it in the channels of a team that can be reached. */
    void toTeam(Team team, String words, Instant now) {
        planned(people.tellChannels(team, words, now));
    }

    private void planned(int notices) {
        if (notices > 0) transactions.afterCommit(wakeSender);
    }
}
