-- Most rows of the outbox are settled and say null here. PostgreSQL writes each changed row into every index anew, so its
-- indexes leave those rows out; H2 has no such indexes, and touches only those whose columns changed.
-- ${where} is a word of PostgreSQL, and begins a comment on H2.
-- [jooq ignore start]
drop index ix_delivery_due;
create index ix_delivery_due on delivery (carrier, lane, due_at)
    ${where} due_at is not null
;
drop index ix_delivery_due_since;
create index ix_delivery_due_since on delivery (due_since)
    ${where} due_since is not null
;
drop index ix_delivery_falls_through;
create index ix_delivery_falls_through on delivery (falls_through_at)
    ${where} falls_through_at is not null
;
drop index ix_delivery_digest;
create index ix_delivery_digest on delivery (digest_id)
    ${where} digest_id is not null
;
drop index ix_delivery_message;
create index ix_delivery_message on delivery (message_ref)
    ${where} message_ref is not null
;
drop index ix_delivery_about;
create index ix_delivery_about on delivery (about_id)
    ${where} about_id is not null
;
drop index ix_delivery_responder;
create index ix_delivery_responder on delivery (responder_id, kind, planned_at)
    ${where} responder_id is not null
;
-- [jooq ignore stop]
