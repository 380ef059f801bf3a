-- The language in which calls speak to somebody: en, fr; null: nobody said, English.
alter table responder add column language varchar(8);
