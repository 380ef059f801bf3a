-- Again so long after each page until the incident is taken; null: once.
alter table notification_rule add column every_seconds integer;
