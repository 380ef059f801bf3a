package dev.arke.http.rest;

import dev.arke.calendar.Interval;
import dev.arke.calendar.SwapSide;
import dev.arke.engine.calendar.AnswerRequest;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.SwapShifts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Swaps asked for and answered for people, as an admin of their team may: {@code swap}, {@code accept}, {@code decline}. */
final class SwapOperations {
    private static final Parameter ID = Parameter.path("id", String.class, "The request's id.");

    private final CalendarUseCases calendar;

    SwapOperations(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    List<Operation> all() {
        return List.of(
                Operation.post(
                        "/swaps",
                        "askToSwap",
                        "Asks somebody to exchange shifts with a person. Nothing moves before they accept.",
                        Bodies.SwapWanted.class,
                        Answers.Swap.class,
                        this::ask),
                Operation.post(
                        "/swaps/{id}/accept",
                        "acceptSwap",
                        "Accepts a swap or a cover for somebody who was asked.",
                        Bodies.SwapAnswer.class,
                        Answers.Undone.class,
                        this::accept,
                        ID),
                Operation.post(
                        "/swaps/{id}/decline",
                        "declineSwap",
                        "Declines it for somebody who was asked, or withdraws it for whoever asked.",
                        Bodies.SwapAnswer.class,
                        Answers.Undone.class,
                        this::decline,
                        ID));
    }

    private Object ask(Call call) {
        var body = call.body(Bodies.SwapWanted.class);
        var give = side(body.day(), body.from(), body.to())
                .orElseThrow(() -> RestRefusal.unreadable("What is given is missing.", "Send day, or from and to."));
        var outcome = calendar.swap()
                .swapOf(
                        call.person(body.person()).id(),
                        call.by(),
                        call.person(body.with()).id(),
                        give,
                        side(body.backDay(), body.backFrom(), body.backTo()),
                        body.anyway().orElse(false));
        return switch (outcome) {
            case SwapShifts.Outcome.Asked sent -> CalendarOperations.swap(call, sent.request());
            case SwapShifts.Outcome.NoShift ignored ->
                throw RestRefusal.conflict(
                        body.person() + " has no shift then that is not over.", "Name a day or time of one.");
            case SwapShifts.Outcome.NothingForIt nothing ->
                throw RestRefusal.conflict(
                        body.with() + " has no " + nothing.give().duty().word() + " shift to give in return.",
                        "Make an override instead.");
            case SwapShifts.Outcome.Doubtful(var clashes) -> throw ShiftChanges.clash(call, clashes);
            case SwapShifts.Outcome.NotInTeam ignored -> throw ShiftChanges.notInTeam();
            case SwapShifts.Outcome.Oneself ignored ->
                throw RestRefusal.unreadable("Nobody swaps with themselves.", "Name two people.");
            case SwapShifts.Outcome.Refused(var why) -> throw RestRefusal.forbidden(why.sentence());
        };
    }

    private static Optional<SwapSide> side(Optional<LocalDate> day, Optional<Instant> from, Optional<Instant> to) {
        if (from.isPresent() != to.isPresent() || (day.isPresent() && from.isPresent()))
            throw RestRefusal.unreadable("A side is a day, or from and to.", "Send one of the two.");
        if (from.isEmpty()) return day.map(SwapSide.OfDay::new);
        return Optional.of(new SwapSide.During(
                Interval.between(from.get(), to.orElseThrow()).orElseThrow(() -> ShiftChanges.order("to", "from"))));
    }

    private Object accept(Call call) {
        var body = call.body(Bodies.SwapAnswer.class);
        var who = Optional.of(call.person(body.person()).id());
        return answer(
                call,
                calendar.answer()
                        .acceptAs(
                                who,
                                call.by(),
                                Optional.of(id(call)),
                                body.anyway().orElse(false)));
    }

    private Object decline(Call call) {
        var body = call.body(Bodies.SwapAnswer.class);
        var who = Optional.of(call.person(body.person()).id());
        return answer(call, calendar.answer().declineAs(who, call.by(), Optional.of(id(call))));
    }

    private static UUID id(Call call) {
        try {
            return UUID.fromString(call.path("id"));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static RestRefusal unknown() {
        return RestRefusal.unknown("There is no such request.", "GET /api/v1/teams/TEAM/swaps lists the open ones.");
    }

    private static Object answer(Call call, AnswerRequest.Outcome outcome) {
        return switch (outcome) {
            case AnswerRequest.Outcome.Accepted done ->
                new Answers.Undone(done.change().token());
            case AnswerRequest.Outcome.Declined declined ->
                new Answers.Undone(declined.request().id().toString());
            case AnswerRequest.Outcome.Withdrawn withdrawn ->
                new Answers.Undone(withdrawn.request().id().toString());
            case AnswerRequest.Outcome.Over over ->
                throw RestRefusal.conflict(
                        "That request is over"
                                + over.request()
                                        .answeredBy()
                                        .map(who -> ", by " + call.nameOf(who))
                                        .orElse("")
                                + ".",
                        "Ask anew.");
            case AnswerRequest.Outcome.ChangedSince ignored ->
                throw RestRefusal.conflict(
                        "Since it was asked, somebody has changed those shifts; the request is over.", "Ask anew.");
            case AnswerRequest.Outcome.Doubtful doubtful -> throw ShiftChanges.clash(call, doubtful.clashes());
            case AnswerRequest.Outcome.Which ignored -> throw unknown();
            case AnswerRequest.Outcome.NotAsked ignored ->
                throw RestRefusal.conflict("They were not asked.", "Name one of those who were.");
            case AnswerRequest.Outcome.Refused(var why) -> throw RestRefusal.forbidden(why.sentence());
        };
    }
}
