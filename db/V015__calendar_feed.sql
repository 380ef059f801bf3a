-- Addresses under which a calendar program reads shifts. Without a team: those of the person whose feed it is; with one:
-- the team's, of one role or of all. token_hash: SHA-256 of the token in the address, in lower-case hexadecimal; the token
-- itself is nowhere kept.
create table calendar_feed (
    id uuid not null,
    token_hash varchar(64) not null,
    responder_id uuid not null,
    team_id uuid,
    role varchar(64),
    made_at timestamp with time zone not null,
    constraint pk_calendar_feed primary key (id),
    constraint uq_calendar_feed_token unique (token_hash),
    constraint fk_calendar_feed_responder foreign key (responder_id) references responder (id),
    constraint fk_calendar_feed_team foreign key (team_id) references team (id)
);
create index ix_calendar_feed_responder on calendar_feed (responder_id);

-- changed_at: when the shift was last written; null in rows from before this column, then when its id was made.
alter table shift add column changed_at timestamp with time zone;
