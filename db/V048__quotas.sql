-- How many incidents an integration, or the services of a team, may open within quota_seconds: from quota_soft on the owner is
-- told, from quota_hard on one incident stands for the rest. Without seconds there is no quota.
alter table integration add column quota_soft integer;
alter table integration add column quota_hard integer;
alter table integration add column quota_seconds integer;
alter table team add column quota_soft integer;
alter table team add column quota_hard integer;
alter table team add column quota_seconds integer;

-- When the owner was told last; scope_id: of the integration or the team.
create table quota_notice (
    scope_id uuid not null,
    told_at timestamp with time zone not null,
    constraint pk_quota_notice primary key (scope_id)
);

-- What a team's services opened lately. flood.integration_id is a service's where the quota of its team is used up.
create index ix_incident_service on incident (service_id, triggered_at);
