-- of_quota: a quota began it, not the usual number of new alerts a minute; such a one ends by the quota.
alter table flood add column of_quota boolean default false not null;
