-- From which chat somebody did it: slack, teams or sandbox. Null: from none, or by a version that did not keep it.
alter table timeline_entry add column via varchar(16);
