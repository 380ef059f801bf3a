-- Which of a person's shifts are absences is read from the index alone, without the rows of all their duties.
create index ix_shift_person on shift (responder_id, ends_at, role);
drop index ix_shift_responder;
