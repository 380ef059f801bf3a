-- What a chat platform sent and may send again: each is worked on once. id: the platform's own. A claim that never came
-- to its end (done_at null) is free again after a while.
create table seen_event (
    platform varchar(16) not null,
    id varchar(300) not null,
    received_at timestamp with time zone not null,
    done_at timestamp with time zone,
    constraint pk_seen_event primary key (platform, id)
);
create index ix_seen_event_received on seen_event (received_at);
