-- Chat accounts that were disconnected by themselves or an admin, and that nobody connected since: their mail address
-- does not link them again.
create table disconnected_account (
    platform varchar(16) not null,
    tenant varchar(100) not null,
    external_id varchar(200) not null,
    disconnected_at timestamp with time zone not null,
    constraint pk_disconnected_account primary key (platform, tenant, external_id)
);
