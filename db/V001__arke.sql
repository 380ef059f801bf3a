-- Arke's first schema: one SQL subset for H2 and PostgreSQL. Instants are timestamps with time zone, ids UUID version 7.

-- Who: people, how they are reached, the teams they form -----------------------------------------------------------

-- One row: raised by every change of people, teams, policies, services and integrations, so that each node
-- knows when its snapshot of them is stale.
create table directory_version (
    id integer not null,
    version bigint not null,
    constraint pk_directory_version primary key (id)
);
insert into directory_version (id, version) values (1, 1);

create table responder (
    id uuid not null,
    name varchar(64) not null,
    full_name varchar(200) not null,
    time_zone varchar(64) not null,
    email varchar(254),
    admin boolean not null,
    active boolean not null,
    file_owned boolean not null,
    constraint pk_responder primary key (id),
    constraint uq_responder_name unique (name)
);

-- kind: slack, teams, sandbox, email, sms, call, webhook. dead_at: the carrier said that nobody is there.
create table contact_method (
    id uuid not null,
    responder_id uuid not null,
    kind varchar(16) not null,
    address varchar(300) not null,
    position integer not null,
    dead_at timestamp with time zone,
    dead_reason varchar(500),
    constraint pk_contact_method primary key (id),
    constraint fk_contact_method_responder foreign key (responder_id) references responder (id),
    constraint uq_contact_method unique (responder_id, kind, address)
);

-- via: chat, slack, teams, sandbox, email, sms, call, webhook. from_file: the team file's, not the person's own choice.
create table notification_rule (
    responder_id uuid not null,
    priority varchar(8) not null,
    position integer not null,
    via varchar(16) not null,
    after_seconds integer not null,
    from_file boolean not null,
    constraint pk_notification_rule primary key (responder_id, priority, position),
    constraint fk_notification_rule_responder foreign key (responder_id) references responder (id)
);

-- A chat account that is known to be a responder's. An empty tenant stands for whichever is connected.
create table identity (
    platform varchar(16) not null,
    tenant varchar(100) not null,
    external_id varchar(200) not null,
    responder_id uuid not null,
    constraint pk_identity primary key (platform, tenant, external_id),
    constraint fk_identity_responder foreign key (responder_id) references responder (id)
);

create table team (
    id uuid not null,
    name varchar(64) not null,
    time_zone varchar(64) not null,
    active boolean not null,
    file_owned boolean not null,
    constraint pk_team primary key (id),
    constraint uq_team_name unique (name)
);

create table team_channel (
    team_id uuid not null,
    platform varchar(16) not null,
    address varchar(300) not null,
    constraint pk_team_channel primary key (team_id, platform, address),
    constraint fk_team_channel_team foreign key (team_id) references team (id)
);

create table team_member (
    team_id uuid not null,
    responder_id uuid not null,
    admin boolean not null,
    constraint pk_team_member primary key (team_id, responder_id),
    constraint fk_team_member_team foreign key (team_id) references team (id),
    constraint fk_team_member_responder foreign key (responder_id) references responder (id)
);

create table roster (
    id uuid not null,
    team_id uuid not null,
    name varchar(64) not null,
    constraint pk_roster primary key (id),
    constraint fk_roster_team foreign key (team_id) references team (id),
    constraint uq_roster unique (team_id, name)
);

create table roster_member (
    roster_id uuid not null,
    responder_id uuid not null,
    position integer not null,
    in_rotation boolean not null,
    constraint pk_roster_member primary key (roster_id, responder_id),
    constraint fk_roster_member_roster foreign key (roster_id) references roster (id),
    constraint fk_roster_member_responder foreign key (responder_id) references responder (id)
);

-- Where Arke speaks about itself.
create table admin_channel (
    platform varchar(16) not null,
    address varchar(300) not null,
    constraint pk_admin_channel primary key (platform, address)
);

-- When: the calendar ------------------------------------------------------------------------------------------------

-- windows: the weekly windows as written ("mon-fri 20:00-08:00"), a line each. fill_due_at: when it is filled next.
-- anchor, active_from, active_until: local time and dates of time_zone, as ISO 8601 writes them. They are text because
-- jOOQ carries typed ones through the host's time zone, which moves them when that zone's clocks change.
create table rotation (
    id uuid not null,
    team_id uuid not null,
    name varchar(64) not null,
    role varchar(64) not null,
    roster_id uuid not null,
    cadence varchar(16) not null,
    anchor varchar(32) not null,
    time_zone varchar(64) not null,
    windows varchar(1000) not null,
    strategy varchar(32) not null,
    horizon_days integer not null,
    active_from varchar(10),
    active_until varchar(10),
    file_owned boolean not null,
    fill_due_at timestamp with time zone,
    constraint pk_rotation primary key (id),
    constraint fk_rotation_team foreign key (team_id) references team (id),
    constraint fk_rotation_roster foreign key (roster_id) references roster (id),
    constraint uq_rotation unique (team_id, name)
);
create index ix_rotation_fill on rotation (fill_due_at);

-- [starts_at, ends_at); a null responder is a gap. slot: the occurrence's number; part: which window of it.
create table shift (
    id uuid not null,
    team_id uuid not null,
    role varchar(64) not null,
    responder_id uuid,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    rotation_id uuid,
    slot bigint,
    part integer,
    edited boolean not null,
    constraint pk_shift primary key (id),
    constraint fk_shift_team foreign key (team_id) references team (id),
    constraint fk_shift_responder foreign key (responder_id) references responder (id),
    constraint fk_shift_rotation foreign key (rotation_id) references rotation (id)
);
create index ix_shift_team on shift (team_id, role, ends_at);
create index ix_shift_responder on shift (responder_id, ends_at);
create index ix_shift_rotation on shift (rotation_id, ends_at);

-- What: policies, services, integrations ----------------------------------------------------------------------------

create table escalation_policy (
    id uuid not null,
    name varchar(64) not null,
    team_id uuid not null,
    current_version_id uuid not null,
    active boolean not null,
    file_owned boolean not null,
    constraint pk_escalation_policy primary key (id),
    constraint fk_escalation_policy_team foreign key (team_id) references team (id),
    constraint uq_escalation_policy unique (name)
);

-- Never changed once written: incidents keep the version they began with. definition: JSON, as PolicyStore writes it.
create table policy_version (
    id uuid not null,
    policy_id uuid not null,
    definition text not null,
    created_at timestamp with time zone not null,
    constraint pk_policy_version primary key (id)
);

create table service (
    id uuid not null,
    name varchar(64) not null,
    team_id uuid not null,
    policy_id uuid not null,
    ack_timeout_seconds integer,
    active boolean not null,
    file_owned boolean not null,
    constraint pk_service primary key (id),
    constraint fk_service_team foreign key (team_id) references team (id),
    constraint fk_service_policy foreign key (policy_id) references escalation_policy (id),
    constraint uq_service unique (name)
);

-- priorities, routes: JSON, as IntegrationStore writes it; read and written whole.
create table integration (
    id uuid not null,
    name varchar(64) not null,
    service_id uuid not null,
    format varchar(32) not null,
    grouped boolean not null,
    priorities text not null,
    routes text not null,
    active boolean not null,
    file_owned boolean not null,
    constraint pk_integration primary key (id),
    constraint fk_integration_service foreign key (service_id) references service (id),
    constraint uq_integration unique (name)
);

-- hash: SHA-256 of the key in lower-case hexadecimal; the key itself is nowhere kept.
create table integration_key (
    hash varchar(64) not null,
    integration_id uuid not null,
    constraint pk_integration_key primary key (hash),
    constraint fk_integration_key foreign key (integration_id) references integration (id)
);

-- The last team file that was applied, so that a bad one at a restart leaves this in force.
create table team_file (
    id integer not null,
    body text not null,
    applied_at timestamp with time zone not null,
    constraint pk_team_file primary key (id)
);

-- Incidents ---------------------------------------------------------------------------------------------------------

create sequence incident_number start with 1 increment by 1;

-- state: triggered, acknowledged, snoozed, resolved. open_dedup_key is null once resolved, so that it is unique
-- among the open ones. round, step, repetition, turn: the step fired last; step = number of steps: the last resort.
-- fired_turn: the turn of that step itself; pages beside it, to people who were added, have later ones.
-- escalates_at: when something is due: the next page, the end of the ack timeout, the end of the snooze.
-- owner, resolved_by: an actor as Actor writes it ("person:alice", "slack:T1/U2", "monitor:prometheus").
create table incident (
    id uuid not null,
    number bigint not null,
    service_id uuid not null,
    policy_version_id uuid not null,
    integration_id uuid,
    priority varchar(8) not null,
    state varchar(12) not null,
    summary varchar(500) not null,
    dedup_key varchar(300) not null,
    open_dedup_key varchar(300),
    alert_started_at timestamp with time zone,
    triggered_at timestamp with time zone not null,
    owner varchar(200),
    acknowledged_at timestamp with time zone,
    snoozed_until timestamp with time zone,
    resolved_at timestamp with time zone,
    resolved_by varchar(200),
    merged_into uuid,
    ack_timeout_seconds integer,
    last_action_at timestamp with time zone,
    round integer not null,
    step integer not null,
    repetition integer not null,
    turn integer not null,
    fired_at timestamp with time zone,
    fired_turn integer not null,
    exhausted_at timestamp with time zone,
    escalates_at timestamp with time zone,
    repeats integer not null,
    last_repeat_at timestamp with time zone,
    constraint pk_incident primary key (id),
    constraint uq_incident_number unique (number),
    constraint uq_incident_open unique (service_id, open_dedup_key)
);
create index ix_incident_escalates on incident (escalates_at);
create index ix_incident_state on incident (state, number);
create index ix_incident_dedup on incident (service_id, dedup_key, resolved_at);
create index ix_incident_integration on incident (integration_id, triggered_at);

-- The long words of an incident, apart because the row above is written often. labels, links: JSON.
create table incident_text (
    incident_id uuid not null,
    details text not null,
    labels text not null,
    links text not null,
    payload text not null,
    constraint pk_incident_text primary key (incident_id)
);

-- The alerts that stand behind one grouped or storm incident, with what they said; it resolves when none fires any more.
-- began_at, ended_at: the last time; labels, links: JSON.
create table collected_alert (
    incident_id uuid not null,
    dedup_key varchar(300) not null,
    summary varchar(500) not null,
    details text not null,
    labels text not null,
    links text not null,
    began_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    constraint pk_collected_alert primary key (incident_id, dedup_key)
);
create index ix_collected_alert_began on collected_alert (incident_id, began_at);

-- Integrations that have a flood now: until the row is gone, their new alerts are collected in one storm incident.
create table flood (
    integration_id uuid not null,
    incident_id uuid not null,
    constraint pk_flood primary key (integration_id)
);

-- People added to an incident by hand; each was paged when added.
create table incident_responder (
    incident_id uuid not null,
    responder_id uuid not null,
    added_at timestamp with time zone not null,
    constraint pk_incident_responder primary key (incident_id, responder_id)
);

-- Append-only. what: the kind of event; body: JSON of the event.
create table timeline_entry (
    id uuid not null,
    incident_id uuid not null,
    at timestamp with time zone not null,
    what varchar(32) not null,
    actor varchar(200) not null,
    body text not null,
    constraint pk_timeline_entry primary key (id)
);
create index ix_timeline_incident on timeline_entry (incident_id, id);

-- Bodies under a valid key that could not be read, and what was wrong; the latest of each integration, for a while.
create table unreadable_request (
    id uuid not null,
    integration_id uuid not null,
    received_at timestamp with time zone not null,
    status integer not null,
    problem varchar(1000) not null,
    body text not null,
    constraint pk_unreadable_request primary key (id)
);
create index ix_unreadable_integration on unreadable_request (integration_id, id);
create index ix_unreadable_received on unreadable_request (received_at);

-- Deliveries: the outbox --------------------------------------------------------------------------------------------

-- A row is one message: a page to a person, an incident's card in a channel, the thread below it, a digest of many
-- cards, or a notice. It points, it holds no payload; what it says is made when it is sent or edited.
-- kind: page, card, thread, digest, notice. lane: 0 page, 1 card and its edits, 2 thread and notice; lowest first.
-- state: waiting, delivered, failed, cancelled. due_at: when to work on it next; null: nothing to do.
-- due_since: when what is to be done should have happened; leases, retries and rate limits move due_at and never this.
-- A claimed row's lease is its claimer's token and due_at is when that lease ends.
-- recipient: contact method id, or channel as "platform:address", so that nobody gets one turn twice.
-- wanted, shown: revisions; a message is edited until what is shown is what is wanted. failing_since: the first of the
-- failures since it last worked. digest_id: the row whose message stands for this one: a digest for a card, the first
-- page of a bundle for each page of it.
create table delivery (
    id uuid not null,
    incident_id uuid,
    kind varchar(8) not null,
    turn integer not null,
    recipient varchar(320) not null,
    responder_id uuid,
    contact_method_id uuid,
    carrier varchar(16) not null,
    address varchar(300) not null,
    lane smallint not null,
    state varchar(10) not null,
    due_at timestamp with time zone,
    due_since timestamp with time zone,
    lease uuid,
    falls_through_at timestamp with time zone,
    attempts integer not null,
    failing_since timestamp with time zone,
    plain boolean not null,
    wanted integer not null,
    shown integer not null,
    message_ref varchar(300),
    posted_through uuid,
    digest_id uuid,
    reason varchar(16),
    problem varchar(500),
    words varchar(2000),
    planned_at timestamp with time zone not null,
    delivered_at timestamp with time zone,
    constraint pk_delivery primary key (id),
    constraint uq_delivery unique (incident_id, kind, turn, recipient)
);
create index ix_delivery_due on delivery (carrier, lane, due_at);
create index ix_delivery_due_since on delivery (due_since);
create index ix_delivery_falls_through on delivery (falls_through_at);
create index ix_delivery_channel on delivery (recipient, kind, planned_at);
create index ix_delivery_digest on delivery (digest_id);
create index ix_delivery_message on delivery (message_ref);

-- One row: whether pages are late now, as whichever node saw it first wrote; both null while they are on time.
create table lateness (
    id integer not null,
    began_at timestamp with time zone,
    seen_at timestamp with time zone,
    constraint pk_lateness primary key (id)
);
insert into lateness (id) values (1);

-- What the built-in chat shows. id: of the delivery, or its own for what people typed. room: "#name" or "@address";
-- author: a person's sandbox address, null for Arke; card: JSON. posted, revision: the change that posted it and the
-- one that changed it last, counted over all messages.
create table sandbox_message (
    id uuid not null,
    room varchar(300) not null,
    thread_of uuid,
    author varchar(300),
    card text not null,
    posted_at timestamp with time zone not null,
    edited_at timestamp with time zone,
    posted bigint not null,
    revision bigint not null,
    constraint pk_sandbox_message primary key (id)
);
create index ix_sandbox_message_room on sandbox_message (room, posted);
create index ix_sandbox_message_thread on sandbox_message (thread_of, posted);
create index ix_sandbox_message_revision on sandbox_message (room, revision);

-- One row: the last change. Its lock makes changes visible in the order of their numbers, so that a reader who has
-- seen one has seen all before it.
create table sandbox_revision (
    id integer not null,
    revision bigint not null,
    constraint pk_sandbox_revision primary key (id)
);
insert into sandbox_revision (id, revision) values (1, 0);

-- Up to which message somebody has read a room of the built-in chat.
create table sandbox_seen (
    reader varchar(300) not null,
    room varchar(300) not null,
    posted bigint not null,
    constraint pk_sandbox_seen primary key (reader, room)
);

-- Who did what from where ------------------------------------------------------------------------------------------

-- Append-only. verb as in chat; subject: what it was done to ("#1042"); allowed: false when it was refused.
create table audit_entry (
    id uuid not null,
    at timestamp with time zone not null,
    actor varchar(200) not null,
    origin varchar(200) not null,
    verb varchar(32) not null,
    subject varchar(300) not null,
    allowed boolean not null,
    constraint pk_audit_entry primary key (id)
);
create index ix_audit_at on audit_entry (at, id);
