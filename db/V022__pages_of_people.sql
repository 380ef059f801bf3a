-- Reports count a person's pages by the person, whatever contact methods they had then.
create index ix_delivery_responder on delivery (responder_id, kind, planned_at);
