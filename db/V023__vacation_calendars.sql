-- A calendar that somebody keeps their vacations in elsewhere, read again at due_at. address is a secret; made_by: the word
-- of whoever asked for it; failures: since it was last read.
create table vacation_calendar (
    responder_id uuid not null,
    address varchar(2000) not null,
    made_by uuid not null,
    due_at timestamp with time zone not null,
    read_at timestamp with time zone,
    failures integer not null,
    constraint pk_vacation_calendar primary key (responder_id),
    constraint fk_vacation_calendar_responder foreign key (responder_id) references responder (id)
);
create index ix_vacation_calendar_due on vacation_calendar (due_at);

-- What was taken over from calendars, so that the same event is known again. origin: address or file; event: hash of its UID and
-- occurrence; shift_id: null where a vacation was kept there already.
create table imported_vacation (
    responder_id uuid not null,
    origin varchar(8) not null,
    event varchar(64) not null,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    shift_id uuid,
    constraint pk_imported_vacation primary key (responder_id, origin, event),
    constraint fk_imported_vacation_responder foreign key (responder_id) references responder (id)
);
