package dev.arke.chat;

import static dev.arke.database.generated.Tables.SANDBOX_ROOM;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The table sandbox_room. */
public final class SandboxRoomStore {
    private final DSLContext dsl;

    public SandboxRoomStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All that is kept, by name. */
    public List<SandboxRoom> load() {
        return dsl.selectFrom(SANDBOX_ROOM).orderBy(SANDBOX_ROOM.NAME).fetch(SandboxRoomStore::read);
    }

    public Optional<SandboxRoom> find(String name) {
        return dsl.selectFrom(SANDBOX_ROOM).where(SANDBOX_ROOM.NAME.eq(name)).fetchOptional(SandboxRoomStore::read);
    }

    public void save(SandboxRoom room, Instant now) {
        var archivedAt = room.archived() ? now : null;
        UUID pinned = room.pinned().orElse(null);
        if (dsl.update(SANDBOX_ROOM)
                        .set(SANDBOX_ROOM.MADE, room.made())
                        .set(SANDBOX_ROOM.TOPIC, room.topic())
                        .set(SANDBOX_ROOM.PINNED, pinned)
                        .set(SANDBOX_ROOM.ARCHIVED_AT, archivedAt)
                        .where(SANDBOX_ROOM.NAME.eq(room.name()))
                        .execute()
                == 0)
            dsl.insertInto(SANDBOX_ROOM)
                    .set(SANDBOX_ROOM.NAME, room.name())
                    .set(SANDBOX_ROOM.MADE, room.made())
                    .set(SANDBOX_ROOM.TOPIC, room.topic())
                    .set(SANDBOX_ROOM.PINNED, pinned)
                    .set(SANDBOX_ROOM.ARCHIVED_AT, archivedAt)
                    .execute();
    }

    private static SandboxRoom read(Record row) {
        return new SandboxRoom(
                row.get(SANDBOX_ROOM.NAME),
                row.get(SANDBOX_ROOM.MADE),
                row.get(SANDBOX_ROOM.TOPIC),
                Optional.ofNullable(row.get(SANDBOX_ROOM.PINNED)),
                row.get(SANDBOX_ROOM.ARCHIVED_AT) != null);
    }
}
