-- What somebody wants of their pages besides notification_rule: quiet hours, other ways for a team or service. wishes: JSON,
-- as RuleStore writes it; read and written whole.
create table paging_wish (
    responder_id uuid not null,
    wishes text not null,
    constraint pk_paging_wish primary key (responder_id),
    constraint fk_paging_wish_responder foreign key (responder_id) references responder (id)
);
