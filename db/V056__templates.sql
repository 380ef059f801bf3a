-- What pages of a service say instead of the usual words, by way of contact: JSON, as ServiceStore writes it; null: nothing.
alter table service add column templates text;

-- Failures of such templates of which somebody was told, so that each is told once. digest: SHA-256 of service, way, cause and
-- text, in lower-case hexadecimal.
create table template_failure (
    digest varchar(64) not null,
    told_at timestamp with time zone not null,
    constraint pk_template_failure primary key (digest)
);
