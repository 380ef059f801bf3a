-- When a filling last found that a rotation stands as it should, a mark of all that it went by, and until when there is nothing to
-- do either if that stays so. Null where the last one changed something.
alter table rotation add column settled_at timestamp with time zone;
alter table rotation add column settled_until timestamp with time zone;
alter table rotation add column settled_mark varchar(36);
