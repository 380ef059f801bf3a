-- Somebody asks others to take a shift of somebody, or to exchange one for theirs. asked, declined: responder ids, by
-- commas. back_: what is given for it, in a swap. state: open, accepted, declined, withdrawn, expired.
create table calendar_request (
    id uuid not null,
    team_id uuid not null,
    asker_id uuid not null,
    whose_id uuid not null,
    asked varchar(4000) not null,
    declined varchar(4000) not null,
    duty varchar(64) not null,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    back_duty varchar(64),
    back_starts_at timestamp with time zone,
    back_ends_at timestamp with time zone,
    state varchar(10) not null,
    answered_by uuid,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    constraint pk_calendar_request primary key (id),
    constraint fk_calendar_request_team foreign key (team_id) references team (id),
    constraint fk_calendar_request_asker foreign key (asker_id) references responder (id),
    constraint fk_calendar_request_whose foreign key (whose_id) references responder (id)
);
create index ix_calendar_request_expires on calendar_request (expires_at);
