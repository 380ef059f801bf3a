-- One row, made by the first node that needs it: the half of a key by which all nodes know the links and replies of mails
-- that they sent themselves. The other half is in the settings, so that a copy of the database alone signs nothing.
-- material: 32 random bytes, in lower-case hexadecimal.
create table signing_key (
    id integer not null,
    material varchar(64) not null,
    constraint pk_signing_key primary key (id)
);
