-- The workspaces where people installed a chat's app, each with what Arke may speak there with. sealed: the tokens,
-- encrypted by the adapter. refreshes_at: when they are renewed; null: never. leased_until: one node is renewing them.
-- ended_at: since when Arke is no longer there.
create table installation (
    platform varchar(16) not null,
    tenant varchar(100) not null,
    name varchar(200) not null,
    bot_id varchar(100) not null,
    sealed varchar(4000) not null,
    refreshes_at timestamp with time zone,
    leased_until timestamp with time zone,
    installed_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    constraint pk_installation primary key (platform, tenant)
);
