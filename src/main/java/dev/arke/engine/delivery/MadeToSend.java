package dev.arke.engine.delivery;

import java.util.Map;
import java.util.UUID;

/** What is made for messages as they are about to be sent, by the rows that send it. */
record MadeToSend(Map<UUID, MintLinks.Minted> links, Map<UUID, Integer> replyCodes) {
    static final MadeToSend NOTHING = new MadeToSend(Map.of(), Map.of());
}
