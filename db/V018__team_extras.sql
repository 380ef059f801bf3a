-- pager: a number that is passed on with the primary's duty; minimum_rest_minutes: what the team wants between two turns.
alter table team add column pager varchar(32);
alter table team add column minimum_rest_minutes integer;

-- What a team shows of others in its own answers.
create table team_shows (
    team_id uuid not null,
    source varchar(64) not null,
    role varchar(64) not null,
    constraint pk_team_shows primary key (team_id, source, role),
    constraint fk_team_shows_team foreign key (team_id) references team (id)
);
