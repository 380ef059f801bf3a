-- What somebody who handles an incident wants to know of somebody else. asker, answered_by: an actor as Actor writes it.
-- turn: of the last messages sent for it, counted over all questions of the incident. due_at: when the next reminder goes
-- out; null once it is over. unreached_at: since when no contact method works. ended_at: it was answered, or the
-- incident was resolved.
create table question (
    id uuid not null,
    incident_id uuid not null,
    asker varchar(200) not null,
    asked_id uuid not null,
    words varchar(2000) not null,
    asked_at timestamp with time zone not null,
    reminders integer not null,
    turn integer not null,
    due_at timestamp with time zone,
    unreached_at timestamp with time zone,
    answered_by varchar(200),
    answer varchar(2000),
    ended_at timestamp with time zone,
    constraint pk_question primary key (id),
    constraint fk_question_asked foreign key (asked_id) references responder (id)
);
create index ix_question_due on question (due_at);
create index ix_question_incident on question (incident_id, id);
create index ix_question_asked on question (asked_id, due_at);

-- What the message is about besides its incident: the id of a question.
alter table delivery add column about_id uuid;
create index ix_delivery_about on delivery (about_id);
