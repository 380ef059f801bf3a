-- from_file: a team file says so, and the person nothing else yet; their language is theirs either way.
alter table paging_wish add column from_file boolean default false not null;
