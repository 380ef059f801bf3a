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
