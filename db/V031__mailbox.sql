-- How far a mailbox was read: mails up to last_uid are handled, or were there before Arke looked for the first time.
-- name: user, host and folder. uid_validity: the server's word that its numbers still mean the same mails (RFC 9051, 2.3.1.1).
-- checked_at: when it was looked at last.
create table mailbox (
    name varchar(300) not null,
    uid_validity bigint not null,
    last_uid bigint not null,
    checked_at timestamp with time zone not null,
    constraint pk_mailbox primary key (name)
);

-- Mails that were handled: each is once, whichever node sees it, and however often. digest: SHA-256 of what tells it from
-- others, in lower-case hexadecimal.
create table handled_mail (
    digest varchar(64) not null,
    handled_at timestamp with time zone not null,
    constraint pk_handled_mail primary key (digest)
);
create index ix_handled_mail_at on handled_mail (handled_at);
