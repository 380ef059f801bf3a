package dev.arke.engine.people;

import dev.arke.alert.Service;
import dev.arke.engine.people.DesiredState.Scope;
import dev.arke.engine.people.DesiredState.Wished;
import dev.arke.page.PagingWishes;
import dev.arke.page.PagingWishes.Apart;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;

/** The part of {@link Reconcile} that is about wishes: the file's are a start, whoever has said something of their own keeps it. */
record ReconcileWishes(
        FileWishes before,
        DesiredState desired,
        ByName<Responder> people,
        ByName<Service> services,
        ByName<Team> teams) {
    FileWishes after() {
        var wishes = new HashMap<>(before.wishes());
        var fromFile = new HashSet<>(before.fromFile());
        for (var person : desired.people()) {
            var id = people.get(person.name()).id();
            boolean isFile = before.fromFile().contains(id);
            if (!isFile && hasOwn(id)) continue;
            if (person.wished().isNothing() && !isFile) continue;
            // Their language is a wish of their own that the file's stand beside.
            wishes.put(id, wishes(person.wished()).speaking(before.of(id).language()));
            if (person.wished().isNothing()) fromFile.remove(id);
            else fromFile.add(id);
        }
        return new FileWishes(wishes, fromFile);
    }

    private boolean hasOwn(UUID id) {
        return !before.of(id).speaking(Optional.empty()).equals(PagingWishes.NONE);
    }

    private PagingWishes wishes(Wished wished) {
        var apart = new ArrayList<Apart>();
        wished.rulesFor().forEach((scope, rules) -> apart.add(new Apart(id(scope), rules)));
        return new PagingWishes(wished.quiet(), apart, Optional.empty(), wished.instead());
    }

    private UUID id(Scope scope) {
        return switch (scope) {
            case Scope.ServiceNamed(var name) -> services.get(name).id();
            case Scope.TeamNamed(var name) -> teams.get(name).id();
        };
    }
}
