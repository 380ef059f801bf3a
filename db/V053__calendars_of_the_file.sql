-- What the team file says of somebody's calendar. from_file: until they say otherwise themselves; ends: no longer followed, and what
-- was to come from it is to be removed.
alter table reminder add column from_file boolean default false not null;
alter table vacation_calendar add column file_owned boolean default false not null;
alter table vacation_calendar add column ends boolean default false not null;
