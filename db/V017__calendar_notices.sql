-- Up to which instant something of the calendar has been told. Whoever moves it on tells what lies between.
create table told_through (
    name varchar(32) not null,
    through_at timestamp with time zone not null,
    constraint pk_told_through primary key (name)
);
create index ix_shift_starts on shift (starts_at);

-- How long before a shift somebody is reminded, in minutes with commas between; role: '' for every one without its own.
create table reminder (
    responder_id uuid not null,
    role varchar(64) not null,
    leads varchar(200) not null,
    constraint pk_reminder primary key (responder_id, role),
    constraint fk_reminder_responder foreign key (responder_id) references responder (id)
);

-- When a team's calendar is looked over next and when its admins hear all that is wrong with it; told: the keys of what
-- was known at the last look, a line each.
create table coverage_watch (
    team_id uuid not null,
    due_at timestamp with time zone not null,
    digest_at timestamp with time zone not null,
    told text,
    constraint pk_coverage_watch primary key (team_id),
    constraint fk_coverage_watch_team foreign key (team_id) references team (id)
);
create index ix_coverage_watch_due on coverage_watch (due_at);
