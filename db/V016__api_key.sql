-- Keys of programs for /api/v1. hash: SHA-256 of the key in lower-case hexadecimal; the key itself is nowhere kept. scope:
-- read, write, admin. Without a team: of all teams. made_by: an actor as Actor writes it. A revoked key has no row.
create table api_key (
    id uuid not null,
    name varchar(64) not null,
    hash varchar(64) not null,
    scope varchar(8) not null,
    team_id uuid,
    made_by varchar(300) not null,
    made_at timestamp with time zone not null,
    constraint pk_api_key primary key (id),
    constraint uq_api_key_name unique (name),
    constraint uq_api_key_hash unique (hash),
    constraint fk_api_key_team foreign key (team_id) references team (id)
);
