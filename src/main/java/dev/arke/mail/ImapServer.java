package dev.arke.mail;

import dev.arke.engine.delivery.KeepMailbox.Position;
import dev.arke.mail.MailSettings.Login;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** One connection to the mailbox, kept from one look to the next. For one thread. */
final class ImapServer implements AutoCloseable {
    private static final int MOST_AT_ONCE = 200;
    private static final String CONNECT_MILLIS = "5000";
    private static final String READ_MILLIS = "10000";

    private final ImapSettings settings;
    private final String protocol;
    private final Session session;
    private @Nullable Store store;
    private @Nullable IMAPFolder folder;

    ImapServer(ImapSettings settings) {
        this.settings = settings;
        this.protocol = settings.server().security() == MailSettings.Security.TLS ? "imaps" : "imap";
        this.session = Session.getInstance(properties());
    }

    String name() {
        return settings.name();
    }

    String identity() {
        return settings.identity();
    }

    /** The folder, opened anew: so it knows all that has come since. */
    IMAPFolder open() throws MessagingException {
        var open = folder;
        if (open != null && open.isOpen()) open.close(false);
        var fresh = (IMAPFolder) connected().getFolder(settings.folder());
        fresh.open(Folder.READ_WRITE);
        folder = fresh;
        return fresh;
    }

    private Store connected() throws MessagingException {
        var present = store;
        if (present != null && present.isConnected()) return present;
        close();
        var fresh = session.getStore(protocol);
        var server = settings.server();
        fresh.connect(
                server.host(),
                server.port(),
                server.login().map(Login::user).orElse(null),
                server.login().map(Login::password).orElse(null));
        store = fresh;
        return fresh;
    }

    private IMAPFolder folder() {
        var open = folder;
        if (open == null) throw new IllegalStateException("the mailbox is not open");
        return open;
    }

    /** The highest number that a mail has had; 0 in a new mailbox. */
    long lastUid() throws MessagingException {
        var open = folder();
        long next = open.getUIDNext();
        if (next > 0) return next - 1;
        int count = open.getMessageCount();
        return count == 0 ? 0 : open.getUID(open.getMessage(count));
    }

    /** The mails behind this position, oldest first; not all of very many at once. */
    List<Message> newer(Position position) throws MessagingException {
        var open = folder();
        var found = new ArrayList<Message>();
        // A range that ends with the last mail always has it, however small its number.
        for (var mail : open.getMessagesByUID(position.afterUid() + 1, UIDFolder.LASTUID)) {
            if (found.size() == MOST_AT_ONCE) break;
            if (mail == null || open.getUID(mail) <= position.afterUid()) continue;
            var came = mail.getReceivedDate();
            if (came == null || !came.toInstant().isBefore(position.notBefore())) found.add(mail);
        }
        var wanted = new FetchProfile();
        wanted.add(IMAPFolder.FetchProfileItem.HEADERS);
        open.fetch(found.toArray(Message[]::new), wanted);
        return found;
    }

    /** What went wrong, without the server's words: they repeat names. */
    static String problem(MessagingException failure, String name) {
        if (failure instanceof AuthenticationFailedException)
            return name + " does not accept our login: check user and password in IMAP_URL";
        if (failure instanceof FolderNotFoundException) return name + " is not there: check the folder in IMAP_URL";
        if (failure instanceof MailConnectException) return name + " cannot be reached: check IMAP_URL";
        return name + " broke off";
    }

    @Override
    public void close() {
        try {
            if (store != null) store.close();
        } catch (MessagingException e) {
            // It is gone, which is what was wanted.
        }
        store = null;
        folder = null;
    }

    private Properties properties() {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", READ_MILLIS);
        properties.put(prefix + "writetimeout", READ_MILLIS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        // Looking at a mail does not mark it: only handling it does.
        properties.put(prefix + "peek", "true");
        // Strangers break the rules of headers and addresses; what can be read of them is.
        properties.put("mail.mime.address.strict", "false");
        switch (settings.server().security()) {
            case NONE, TLS -> properties.put(prefix + "starttls.enable", "false");
            case STARTTLS_IF_OFFERED -> properties.put(prefix + "starttls.enable", "true");
            case STARTTLS -> {
                properties.put(prefix + "starttls.enable", "true");
                properties.put(prefix + "starttls.required", "true");
            }
        }
        return properties;
    }
}
