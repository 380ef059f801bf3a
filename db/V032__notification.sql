-- Messages without an incident that programs had sent: what, by whom, to be found again. dedup_key: of that sender; the same one
-- again is not sent again for a while. actor: as Actor writes it.
create table notification (
    id uuid not null,
    actor varchar(200) not null,
    dedup_key varchar(200),
    words varchar(2000) not null,
    made_at timestamp with time zone not null,
    constraint pk_notification primary key (id),
    constraint uq_notification unique (actor, dedup_key)
);
