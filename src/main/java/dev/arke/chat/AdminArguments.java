package dev.arke.chat;

import dev.arke.responder.ApiScope;
import java.util.Optional;

/** What follows admin: the keys of programs, a new one, or one that is revoked. */
final class AdminArguments {
    private static final String EXAMPLE = "admin key grafana read payments";

    private AdminArguments() {}

    static Parsed read(Words words) {
        if (words.size() == 1 && (words.first().says("keys") || words.first().says("key")))
            return new Parsed.Understood(new Command.Keys());
        if (words.size() < 2 || !words.first().says("key")) return Parsed.Misunderstood.of("admin.forms", EXAMPLE);
        return key(words.after(1));
    }

    private static Parsed key(Words words) {
        boolean revokes = words.first().says("revoke");
        var rest = revokes ? words.after(1) : words.skip("new");
        if (revokes)
            return rest.size() == 1
                    ? new Parsed.Understood(new Command.RevokeKey(rest.first().text()))
                    : Parsed.Misunderstood.of("admin.which", "admin key revoke grafana");
        if (rest.size() < 2) return Parsed.Misunderstood.of("admin.key", EXAMPLE);
        var scope = ApiScope.parse(rest.after(1).first().text());
        if (scope.isEmpty()) return Parsed.Misunderstood.of("admin.scope", EXAMPLE);
        var team = rest.after(2).skip("of").skip("for");
        if (team.size() > 1) return Parsed.Misunderstood.of("admin.team", EXAMPLE);
        return new Parsed.Understood(new Command.MakeKey(
                rest.first().text(),
                scope.get(),
                team.isEmpty() ? Optional.empty() : Optional.of(team.first().named())));
    }
}
