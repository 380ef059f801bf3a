-- cadence: may be a pattern of several lengths ("4d, 3d", "5d, 2d nobody"). helps_duty, helps: a rotation that is filled
-- only while one of these people (ids, by commas) has that duty of the team. paused: fills nothing until it is resumed.
alter table rotation alter column cadence set data type varchar(400);
alter table rotation add column helps_duty varchar(64);
alter table rotation add column helps varchar(4000);
alter table rotation add column paused boolean default false not null;

-- file_owned: as with teams. Rosters that are there when this comes were all made by a team file.
alter table roster add column file_owned boolean default true not null;
