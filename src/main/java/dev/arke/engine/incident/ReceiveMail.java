package dev.arke.engine.incident;

import dev.arke.chat.Letter;
import dev.arke.chat.MailAlert;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.people.ReadDirectory;
import java.util.List;
import java.util.Optional;

/** Mails to the address of an integration are alerts of it, by the same routes, keys and floods as all others. */
public final class ReceiveMail {
    private final Transactions transactions;
    private final ReadDirectory directory;
    private final TriggerIncidents trigger;

    public ReceiveMail(Transactions transactions, ReadDirectory directory, TriggerIncidents trigger) {
        this.transactions = transactions;
        this.directory = directory;
        this.trigger = trigger;
    }

    /** Empty when none of the addresses is an integration's. */
    public Optional<Receipt> receive(Letter letter) {
        return transactions.write(
                Durability.SYNCED,
                () -> letter.to().stream()
                        .flatMap(address -> directory.current().integrationOfAddress(address).stream())
                        .findFirst()
                        .map(integration -> trigger.trigger(List.of(
                                        new Inbound(integration.id(), List.of(MailAlert.of(letter)), letter.text())))
                                .getFirst()));
    }
}
