package dev.arke.chat;

import java.util.Map;
import java.util.Optional;

/** What follows the verbs that say whose an account is. */
final class ConnectArguments {
    private ConnectArguments() {}

    /** A name; for admins an account before it. Without any a form asks. */
    static Parsed connect(Words words) {
        if (words.isEmpty()) return new Parsed.FormWanted(Verb.CONNECT, Map.of());
        if (words.size() == 1)
            return new Parsed.Understood(
                    new Command.Connect(Optional.empty(), words.first().named()));
        var rest = words.after(1).skip("as").skip("to");
        if (rest.size() == 1)
            return new Parsed.Understood(new Command.Connect(
                    Optional.of(words.first().named()), rest.first().named()));
        return Parsed.Misunderstood.of("connect.who", Verb.CONNECT.example(1042));
    }

    static Parsed disconnect(Words words) {
        if (words.size() > 1) return Parsed.Misunderstood.of("connect.one", Verb.DISCONNECT.word());
        Optional<Reference> account =
                words.isEmpty() ? Optional.empty() : Optional.of(words.first().named());
        return new Parsed.Understood(new Command.Disconnect(account));
    }
}
