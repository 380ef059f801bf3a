-- own: added by the person in chat, and kept when a team file is applied. verified: pages may go there; those of the team
-- file are an admin's word and need no proof.
alter table contact_method add column own boolean default false not null;
alter table contact_method add column verified boolean default true not null;

-- A code that proves that somebody reads what is sent to a contact method. code_hash: SHA-256 of the last code that was
-- sent, in lower-case hexadecimal; the code itself is nowhere kept. tries: wrong codes since then. requests: since
-- counted_from, for the limit.
create table contact_proof (
    contact_method_id uuid not null,
    code_hash varchar(64),
    expires_at timestamp with time zone not null,
    tries integer not null,
    requests integer not null,
    counted_from timestamp with time zone not null,
    constraint pk_contact_proof primary key (contact_method_id)
);
