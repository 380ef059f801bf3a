-- holidays: where a person's public holidays are those of, as Region writes it: FR, DE-BY.
alter table responder add column holidays varchar(32);
