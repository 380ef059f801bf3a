-- A chat account that nobody is linked to: what it wanted to do, and whose it says it is. One row for each account, gone
-- once it is linked. wanted: JSON, as PendingLinkStore writes it. token_hash: SHA-256 of the last one-time link that was
-- sent, in lower-case hexadecimal; the link itself is nowhere kept. requests: since counted_from, for the limit.
create table pending_link (
    id uuid not null,
    platform varchar(16) not null,
    tenant varchar(100) not null,
    external_id varchar(200) not null,
    display_name varchar(200) not null,
    wanted text,
    wanted_at timestamp with time zone,
    responder_id uuid,
    token_hash varchar(64),
    expires_at timestamp with time zone,
    requests integer not null,
    counted_from timestamp with time zone not null,
    constraint pk_pending_link primary key (id),
    constraint uq_pending_link unique (platform, tenant, external_id),
    constraint fk_pending_link_responder foreign key (responder_id) references responder (id)
);
create index ix_pending_link_expires on pending_link (expires_at);

-- linked_only: who acknowledges must be a known responder.
alter table service add column linked_only boolean default false not null;
