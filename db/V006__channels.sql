-- Which incidents a channel shows, and how, besides what the team file says. service_id: null for all services of the
-- team. subject_id: the service's id, else the team's, so that a channel has one link to each.
-- timeline: thread, flat. user_group: as the platform finds it (an id or a handle); user_group_name: as people read it.
create table channel_link (
    id uuid not null,
    platform varchar(16) not null,
    address varchar(300) not null,
    team_id uuid not null,
    service_id uuid,
    subject_id uuid not null,
    lowest_priority varchar(8) not null,
    timeline varchar(8) not null,
    topic boolean not null,
    user_group varchar(100),
    user_group_name varchar(100),
    handoffs boolean not null,
    constraint pk_channel_link primary key (id),
    constraint fk_channel_link_team foreign key (team_id) references team (id),
    constraint fk_channel_link_service foreign key (service_id) references service (id),
    constraint uq_channel_link unique (platform, address, subject_id)
);

-- What is known of a channel, be it linked or of the team file. name: as the platform called it last. problem: why
-- nothing can be posted there since problem_at; told_at: when the admins of its teams were last told.
create table channel_state (
    platform varchar(16) not null,
    address varchar(300) not null,
    name varchar(200),
    problem varchar(500),
    problem_at timestamp with time zone,
    told_at timestamp with time zone,
    constraint pk_channel_state primary key (platform, address)
);

-- What is kept up to date in chat rooms besides messages, and when each is looked at next.
-- what: topic (target: the channel's address), group (target: the group, after "workspace/" where the channel's address
-- begins so), handoff (target: the channel's address). written: what was written or announced last.
-- wanted counts the changes that may concern it, so that one which comes while it is worked on is not forgotten.
-- warned: what its teams' admins were told of it, so that they are told once; problem: why it could not be written.
create table channel_sync (
    id uuid not null,
    platform varchar(16) not null,
    what varchar(8) not null,
    target varchar(400) not null,
    due_at timestamp with time zone not null,
    lease uuid,
    wanted integer not null,
    attempts integer not null,
    written text,
    warned varchar(2000),
    problem varchar(500),
    constraint pk_channel_sync primary key (id),
    constraint uq_channel_sync unique (platform, what, target)
);
create index ix_channel_sync_due on channel_sync (due_at);

-- The room of an incident: a channel of its own. state: opening, open, failed (the chat would not make it; problem says
-- why), closed (archived or deleted). opened_by: who asked for it, as an actor. near: the channel where it was asked for.
-- invited: the responders who were asked in, by id. pinned, topic: whether that was seen to. due_at: when to work on it next; null: nothing to do. wanted counts the
-- changes of the incident that may concern it.
create table incident_room (
    incident_id uuid not null,
    platform varchar(16) not null,
    tenant varchar(100) not null,
    near varchar(300),
    state varchar(8) not null,
    address varchar(300),
    name varchar(100) not null,
    link varchar(1000),
    invited text not null,
    topic boolean not null,
    pinned boolean not null,
    due_at timestamp with time zone,
    lease uuid,
    wanted integer not null,
    attempts integer not null,
    problem varchar(500),
    opened_by varchar(200) not null,
    opened_at timestamp with time zone not null,
    constraint pk_incident_room primary key (incident_id)
);
create index ix_incident_room_due on incident_room (due_at);
create index ix_incident_room_channel on incident_room (platform, address);

-- What the built-in chat knows of its channels besides their messages. made: one that Arke made; the others are those of
-- the team file and of links.
create table sandbox_room (
    name varchar(300) not null,
    made boolean not null,
    topic varchar(300) not null,
    pinned uuid,
    archived_at timestamp with time zone,
    constraint pk_sandbox_room primary key (name)
);
