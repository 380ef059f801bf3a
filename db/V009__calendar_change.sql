-- What somebody changed on a team's calendar, at once and whole. diff: JSON of the shifts before and after, as
-- CalendarChangeStore writes it, so that it can be undone. actor: as Actor writes it.
create table calendar_change (
    id uuid not null,
    team_id uuid not null,
    actor varchar(200) not null,
    made_at timestamp with time zone not null,
    diff text not null,
    undone_at timestamp with time zone,
    constraint pk_calendar_change primary key (id),
    constraint fk_calendar_change_team foreign key (team_id) references team (id)
);
create index ix_calendar_change_actor on calendar_change (actor, id);

-- instead_of: who stood there before somebody covered it; change_id: the change that put it there.
alter table shift add column instead_of uuid;
alter table shift add column change_id uuid;
