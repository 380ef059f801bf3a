package dev.arke.engine.people;

import dev.arke.alert.Integration;
import dev.arke.alert.Service;
import dev.arke.calendar.StoredRotation;
import dev.arke.escalation.StoredPolicy;
import dev.arke.page.NotificationRule;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.Identity;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything a team file can own, as rows: what there is, or what there is to be. {@code fileRules}: those whose rules
 * come from the file, not from the person. {@code policies}: present versions only.
 */
record FileState(
        List<Responder> responders,
        Map<UUID, List<NotificationRule>> rules,
        Set<UUID> fileRules,
        FileWishes wishes,
        FileCalendars calendars,
        Set<Identity> identities,
        List<Team> teams,
        List<StoredRotation> rotations,
        Set<ChannelAddress> adminChannels,
        List<StoredPolicy> policies,
        List<Service> services,
        List<Integration> integrations) {}
