-- Shifts that a person linked: those of one link_id move together, as one turn. A shift that was unlinked has a link_id of its
-- own. Null: the shift is one turn with the other pieces of its occurrence (rotation_id, slot), if it stands in any.
alter table shift add column link_id uuid;
create index ix_shift_link on shift (link_id);
