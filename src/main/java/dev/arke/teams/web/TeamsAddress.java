package dev.arke.teams.web;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a message goes: a channel or group chat by its id ({@code 19:…}), or a person by mail address, by object id in the
 * tenant's directory, or by what the bot knows them by ({@code 29:…}).
 */
record TeamsAddress(String id, boolean isPerson) {
    private static final Pattern CONVERSATION = Pattern.compile("19:[\\w:+/=-]{1,150}@(thread|unq)\\.[\\w.]{1,20}");
    private static final Pattern PERSON = Pattern.compile(
            "29:[\\w:+/=.-]{1,190}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[^\\s\\p{Cntrl}@<>]{1,64}@[^\\s\\p{Cntrl}@<>]{1,190}");

    static Optional<TeamsAddress> parse(String address) {
        if (CONVERSATION.matcher(address).matches()) return Optional.of(new TeamsAddress(address, false));
        return PERSON.matcher(address).matches() && !address.startsWith("19:")
                ? Optional.of(new TeamsAddress(address, true))
                : Optional.empty();
    }
}
