-- By what else than their incident messages are found: "message <what the platform calls it>", "bundle <the row whose message stands
-- for it>", "about <question>", "page <responder>", and "<kind> <channel>" for what goes to a channel. A row of the outbox is changed
-- three times and more, and each time both engines would write it into these indexes anew; a key is written once.
create table delivery_key (
    name varchar(340) not null,
    planned_at timestamp with time zone not null,
    delivery_id uuid not null,
    constraint pk_delivery_key primary key (name, planned_at, delivery_id)
);
drop index ix_delivery_channel;
drop index ix_delivery_digest;
drop index ix_delivery_message;
drop index ix_delivery_about;
drop index ix_delivery_responder;
-- Since when the oldest is due is looked up every ten seconds, among what is to be sent.
drop index ix_delivery_due_since;
-- [jooq ignore start]
insert into delivery_key (name, planned_at, delivery_id)
select 'message ' || message_ref, planned_at, id from delivery where message_ref is not null
union all
select 'bundle ' || cast(digest_id as varchar(36)), planned_at, id from delivery where digest_id is not null
union all
select 'about ' || cast(about_id as varchar(36)), planned_at, id from delivery where about_id is not null
union all
select 'page ' || cast(responder_id as varchar(36)), planned_at, id from delivery where kind = 'page' and responder_id is not null
union all
select kind || ' ' || recipient, planned_at, id from delivery where contact_method_id is null and carrier in ('slack', 'teams', 'sandbox');
-- [jooq ignore stop]
