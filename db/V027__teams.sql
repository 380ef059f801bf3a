-- The conversations of Teams in which Arke is installed, as Teams told of them in requests that were proved to be its own.
-- kind: personal, group, channel. service_url: where this conversation is answered; the latest. team_id: the team of a
-- channel. ended_at: since when Arke is not there any more.
create table teams_place (
    conversation_id varchar(200) not null,
    tenant varchar(100) not null,
    kind varchar(10) not null,
    team_id varchar(200),
    service_url varchar(500) not null,
    bot_id varchar(200) not null,
    heard_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    constraint pk_teams_place primary key (conversation_id)
);
create index ix_teams_place_team on teams_place (team_id);
create index ix_teams_place_heard on teams_place (ended_at, heard_at);

-- The people whom Teams told of. user_id: what the bot knows them by (29:…); account: their object id in the directory of
-- their tenant, in lower case. email, principal: lower case. conversation_id: their chat with the bot. gone_at: since when
-- they want to hear nothing of it.
create table teams_person (
    user_id varchar(200) not null,
    tenant varchar(100) not null,
    account varchar(200) not null,
    email varchar(320),
    principal varchar(320),
    display_name varchar(200) not null,
    guest boolean not null,
    service_url varchar(500) not null,
    conversation_id varchar(200),
    heard_at timestamp with time zone not null,
    gone_at timestamp with time zone,
    constraint pk_teams_person primary key (user_id)
);
create index ix_teams_person_account on teams_person (account);
create index ix_teams_person_email on teams_person (email);
create index ix_teams_person_principal on teams_person (principal);
