package dev.arke.delivery;

import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a row becomes after an attempt. Pure; the row is as it stands now, which may be cancelled or wanting more. */
public final class Settlement {
    /** Lines that come while a thread is posted wait this long for others. */
    private static final Duration NEXT_LINES = Duration.ofSeconds(2);

    private static final String NOTHING_HEARD = "nobody told whether it arrived";

    private Settlement() {}

    public static Delivery of(Delivery row, Attempt attempt, Instant now) {
        return switch (attempt) {
            case Attempt.Sent sent -> afterSending(row, sent, now);
            case Attempt.PutBack back -> putBack(row, back.until());
            case Attempt.LeftToOthers left -> putBack(row, left.from());
            case Attempt.NothingToDo nothing -> nothingToDo(row, nothing.revision(), now);
            case Attempt.NothingHeard ignored -> failed(row, FailureReason.TIMEOUT, NOTHING_HEARD, now);
            case Attempt.Unwanted ignored ->
                row.state() == State.WAITING
                        ? row.with(
                                State.CANCELLED,
                                row.progress().due(Optional.empty()).fallingThrough(Optional.empty()))
                        : row.with(row.progress().due(Optional.empty()));
        };
    }

    private static Delivery putBack(Delivery row, Instant until) {
        return row.with(
                isStopped(row)
                        ? row.progress().due(Optional.empty())
                        : row.progress().putOff(until));
    }

    /** What a carrier tells later of a message that it had taken; the first word counts. */
    public static Delivery heard(Delivery row, Outcome outcome, Instant now) {
        return row.state() == State.WAITING
                ? afterSending(
                        row, Attempt.Sent.of(outcome, row.progress().shown().wanted()), now)
                : row;
    }

    /** It had arrived at a server, which says now that it could not deliver it: as if it had said so at once. */
    public static Delivery returned(Delivery row, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.RecipientGone gone -> returned(row, FailureReason.REJECTED, gone.problem(), now);
            case Outcome.CarrierBroken broken -> returned(row, broken.reason(), broken.problem(), now);
            case Outcome.Undelivered lost -> returned(row, lost.reason(), lost.problem(), now);
            case Outcome.Again again -> returned(row, again.reason(), again.problem(), now);
            case Outcome.PayloadRefused refused -> returned(row, FailureReason.REJECTED, refused.problem(), now);
            case Outcome.Delivered ignored -> row;
            case Outcome.HandedOver ignored -> row;
        };
    }

    private static Delivery returned(Delivery row, FailureReason reason, String problem, Instant now) {
        var trouble = row.progress().trouble().and(reason, problem, now);
        return row.with(
                State.FAILED, row.progress().with(trouble).due(Optional.empty()).fallingThrough(Optional.empty()));
    }

    private static boolean isStopped(Delivery row) {
        return row.state() == State.CANCELLED || row.state() == State.FAILED;
    }

    private static Delivery nothingToDo(Delivery row, int revision, Instant now) {
        return isStopped(row)
                ? row.with(row.progress().due(Optional.empty()))
                : row.with(upToDate(row, row.progress().shown().upTo(revision), now));
    }

    private static Delivery afterSending(Delivery row, Attempt.Sent sent, Instant now) {
        return switch (sent.outcome()) {
            case Outcome.Delivered delivered -> delivered(row, delivered, sent, now);
            case Outcome.Again again -> retried(row, again.after(), again.reason(), again.problem(), now);
            case Outcome.CarrierBroken broken -> retried(row, Duration.ZERO, broken.reason(), broken.problem(), now);
            case Outcome.PayloadRefused refused ->
                row.progress().plain() || isStopped(row)
                        ? failed(row, FailureReason.REJECTED, refused.problem(), now)
                        : row.with(row.progress().asPlainText().putOff(now));
            case Outcome.RecipientGone gone -> failed(row, FailureReason.REJECTED, gone.problem(), now);
            case Outcome.HandedOver handed -> handedOver(row, handed, sent, now);
            case Outcome.Undelivered lost -> failed(row, lost.reason(), lost.problem(), now);
        };
    }

    private static Delivery delivered(Delivery row, Outcome.Delivered delivered, Attempt.Sent sent, Instant now) {
        var shown = row.progress()
                .shown()
                .at(delivered.messageRef(), now)
                .upTo(sent.revision())
                .through(sent.through());
        // Cancelled while it was on its way: what arrived says what is not true any more.
        if (row.state() == State.CANCELLED) shown = shown.wantingMore();
        var progress = upToDate(row, shown, now).with(Trouble.NONE);
        // What arrived before may be left for a node that can plan its coming again.
        if (!row.isEdit()) progress = progress.fallingThrough(Optional.empty());
        if (progress.dueAt().isEmpty()) progress = progress.due(sent.again());
        var settled = row.with(State.DELIVERED, progress);
        return sent.lead().map(settled::standingIn).orElse(settled);
    }

    private static Progress upToDate(Delivery row, Shown shown, Instant now) {
        var soon = row.kind() == Kind.THREAD ? now.plus(NEXT_LINES) : now;
        return row.progress().with(shown).due(shown.isStale() ? Optional.of(soon) : Optional.empty());
    }

    private static Delivery retried(Delivery row, Duration after, FailureReason reason, String problem, Instant now) {
        if (isStopped(row)) return row.with(row.progress().due(Optional.empty()));
        var before = row.progress().trouble();
        var next = RetryPolicy.of(row).next(row.id(), before, after, now);
        var progress = row.progress().with(before.and(reason, problem, now));
        return next.map(at -> row.with(progress.putOff(at)))
                .orElseGet(() -> stopped(row, progress.due(Optional.empty())));
    }

    /** It stays waiting, and its person's next way is tried when its time is over, as with one that is still to be sent. */
    private static Delivery handedOver(Delivery row, Outcome.HandedOver handed, Attempt.Sent sent, Instant now) {
        if (isStopped(row)) return row.with(row.progress().due(Optional.empty()));
        var shown = row.progress().shown().takenAs(handed.messageRef());
        var waiting = row.with(row.progress().with(shown).due(Optional.of(now.plus(handed.within()))));
        return sent.lead().map(waiting::standingIn).orElse(waiting);
    }

    private static Delivery failed(Delivery row, FailureReason reason, String problem, Instant now) {
        var trouble = row.progress().trouble().and(reason, problem, now);
        var progress = row.progress().with(trouble).due(Optional.empty());
        return isStopped(row) ? row.with(progress) : stopped(row, progress);
    }

    /** An edit that is given up leaves its message delivered, as it is; the next change tries again. */
    private static Delivery stopped(Delivery row, Progress progress) {
        return row.state() == State.DELIVERED
                ? row.with(progress)
                : row.with(State.FAILED, progress.fallingThrough(Optional.empty()));
    }
}
