package dev.arke.calendar;

import java.util.List;
import java.util.UUID;

/** Something about a team's calendar that somebody should look at; {@code interval}: when. */
public sealed interface Finding {
    Interval interval();

    /** The same finding has the same key at the next look, though its time may have moved on a little. */
    String key();

    /** Whom it is about. */
    default List<UUID> people() {
        return List.of();
    }

    /** Nobody has a duty that a rotation is to fill. */
    record Gap(Role.Duty duty, Interval interval) implements Finding {
        @Override
        public String key() {
            return "gap " + duty.word() + " " + interval.end();
        }
    }

    /** Nobody has a duty of another team which this one shows and relies on. */
    record GapElsewhere(UUID team, Role.Duty duty, Interval interval) implements Finding {
        @Override
        public String key() {
            return "gap of " + team + " " + duty.word() + " " + interval.end();
        }
    }

    /** These two have one duty at the same time, and no two rotations planned it so. */
    record DoubleCover(Role.Duty duty, List<UUID> people, Interval interval) implements Finding {
        public DoubleCover {
            people = List.copyOf(people);
        }

        @Override
        public String key() {
            return "double " + duty.word() + " " + people.getFirst() + " " + people.getLast() + " " + interval.end();
        }
    }

    /** Somebody who has a duty cannot be paged in any way that is set up. */
    record Unreachable(UUID who, Role.Duty duty, Interval interval) implements Finding {
        @Override
        public List<UUID> people() {
            return List.of(who);
        }

        @Override
        public String key() {
            return "unreachable " + who;
        }
    }

    /** Somebody has duties in two teams at the same time. */
    record TwoTeams(UUID who, Role.Duty duty, UUID otherTeam, Role.Duty otherDuty, Interval interval)
            implements Finding {
        @Override
        public List<UUID> people() {
            return List.of(who);
        }

        @Override
        public String key() {
            return "teams " + who + " " + otherTeam + " " + interval.end();
        }
    }

    /** Somebody has several turns of a duty, {@code turns} of them, one after the other. */
    record BackToBack(UUID who, Role.Duty duty, int turns, Interval interval) implements Finding {
        @Override
        public List<UUID> people() {
            return List.of(who);
        }

        @Override
        public String key() {
            return "back to back " + who + " " + duty.word();
        }
    }

    /** Somebody is off duty for less time than their team wants; {@code interval} is that time. */
    record LittleRest(UUID who, Interval interval) implements Finding {
        @Override
        public List<UUID> people() {
            return List.of(who);
        }

        @Override
        public String key() {
            return "rest " + who + " " + interval.start();
        }
    }
}
