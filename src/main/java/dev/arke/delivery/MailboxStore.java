package dev.arke.delivery;

import static dev.arke.database.generated.Tables.HANDLED_MAIL;
import static dev.arke.database.generated.Tables.MAILBOX;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** The tables mailbox and handled_mail. */
public final class MailboxStore {
    /** How far a mailbox was read, and when it was looked at last. */
    public record Read(long uidValidity, long lastUid, Instant checkedAt) {}

    private final DSLContext dsl;

    public MailboxStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<Read> read(String name) {
        return dsl.selectFrom(MAILBOX)
                .where(MAILBOX.NAME.eq(name))
                .fetchOptional(row -> new Read(
                        row.get(MAILBOX.UID_VALIDITY), row.get(MAILBOX.LAST_UID), row.get(MAILBOX.CHECKED_AT)));
    }

    public void insert(String name, Read read) {
        dsl.insertInto(MAILBOX)
                .set(MAILBOX.NAME, name)
                .set(MAILBOX.UID_VALIDITY, read.uidValidity())
                .set(MAILBOX.LAST_UID, read.lastUid())
                .set(MAILBOX.CHECKED_AT, read.checkedAt())
                .execute();
    }

    /** Also to a lower number, when the server has begun to count anew. */
    public void update(String name, Read read) {
        dsl.update(MAILBOX)
                .set(MAILBOX.UID_VALIDITY, read.uidValidity())
                .set(MAILBOX.LAST_UID, read.lastUid())
                .set(MAILBOX.CHECKED_AT, read.checkedAt())
                .where(MAILBOX.NAME.eq(name))
                .execute();
    }

    public boolean isHandled(String digest) {
        return dsl.fetchExists(HANDLED_MAIL, HANDLED_MAIL.DIGEST.eq(digest));
    }

    /** Fails where another unit was faster. */
    public void handled(String digest, Instant now) {
        dsl.insertInto(HANDLED_MAIL)
                .set(HANDLED_MAIL.DIGEST, digest)
                .set(HANDLED_MAIL.HANDLED_AT, now)
                .execute();
    }

    public void prune(Instant handledBefore) {
        dsl.deleteFrom(HANDLED_MAIL)
                .where(HANDLED_MAIL.HANDLED_AT.lt(handledBefore))
                .execute();
    }
}
