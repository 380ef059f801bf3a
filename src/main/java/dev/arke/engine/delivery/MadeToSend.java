package dev.arke.engine.delivery;

import java.util.Map;
import java.util.UUID;

/** What is made for messages as they are about to be sent, by the rows that send it. */
record MadeToSend(Map<UUID, MintLinks.Minted> links, Map<UUID, Integer> replyCodes, Map<UUID, String> codes) {
    static final MadeToSend NOTHING = new MadeToSend(Map.of(), Map.of(), Map.of());

    /** The codes are secrets. */
    @Override
    public String toString() {
        return "MadeToSend[" + links.size() + " links, " + codes.size() + " codes]";
    }
}
