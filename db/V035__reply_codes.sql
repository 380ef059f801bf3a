-- The short numbers by which people answer texts ("ack 12"): each person has their own, for the incidents they were texted about.
-- A number is given again only after all the others of that person were.
create table reply_code (
    responder_id uuid not null,
    code integer not null,
    incident_id uuid not null,
    given_at timestamp with time zone not null,
    constraint pk_reply_code primary key (responder_id, code),
    constraint uq_reply_code unique (responder_id, incident_id),
    constraint fk_reply_code_responder foreign key (responder_id) references responder (id)
);
