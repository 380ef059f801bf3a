package dev.arke.mail;

import dev.arke.chat.Letter;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.delivery.Stamp;
import dev.arke.dialogue.HearMail.Heard;
import dev.arke.engine.delivery.KeepMailbox;
import dev.arke.responder.Sha256;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the mailbox every few seconds and has each new mail heard once. While the server or the database is away it is
 * tried again, ever more slowly, up to each minute, and nothing is lost: a mail counts as read when it was handled. One that
 * cannot be handled is set aside after some tries, and the others go on.
 */
public final class Mailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 3;
    private static final int MOST_TRIES_WITH_SERVER = 10;

    private final ImapServer server;
    private final IncomingMail incoming;
    private final KeepMailbox keep;
    private final Function<Letter, Heard> hear;
    private final Consumer<Heard> listener;
    private final Map<String, Integer> tries = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread loop = Thread.ofPlatform().daemon().name("mailbox").unstarted(this::keepLooking);
    private volatile String problem = "not checked yet";

    public Mailbox(
            ImapSettings settings,
            Supplier<Stamp> stamp,
            KeepMailbox keep,
            Function<Letter, Heard> hear,
            Consumer<Heard> listener) {
        this.server = new ImapServer(settings);
        this.incoming = new IncomingMail(stamp);
        this.keep = keep;
        this.hear = hear;
        this.listener = listener;
    }

    /** Comes back at once, whether the server is there or not. */
    public void start() {
        loop.start();
    }

    /** Empty while it can be read; else why not, for /ready. */
    public Optional<String> problem() {
        return Optional.of(problem).filter(words -> !words.isEmpty());
    }

    private void keepLooking() {
        var pause = PAUSE;
        while (!isStopped(pause)) {
            boolean well = look();
            var longer = pause.multipliedBy(2);
            pause = well ? PAUSE : longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        server.close();
    }

    private boolean isStopped(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Hears what is new. Whether the server and the database were there. */
    public boolean look() {
        try {
            lookOnce();
            if (!problem.isEmpty()) LOG.info("the mailbox can be read");
            problem = "";
            return true;
        } catch (MessagingException e) {
            return failed(ImapServer.problem(e, server.name()));
        } catch (DatabaseUnavailable e) {
            return failed("the database does not answer, so mails wait");
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("the mailbox cannot be read");
            return failed("reading it failed; see Arke's log");
        }
    }

    private boolean failed(String why) {
        if (!problem.equals(why)) LOG.atWarn().addKeyValue("problem", why).log("the mailbox cannot be read");
        problem = why;
        server.close();
        return false;
    }

    private void lookOnce() throws MessagingException {
        var folder = server.open();
        long validity = folder.getUIDValidity();
        var position = keep.position(server.identity(), validity, server.lastUid());
        for (var mail : server.newer(position)) {
            long uid = folder.getUID(mail);
            hearOrSetAside(mail, validity + "/" + uid);
            keep.readTo(server.identity(), validity, uid);
        }
    }

    /** What fails with its content fails again; what fails with the server may be the server's fault, and gets more time. */
    private void hearOrSetAside(Message mail, String key) throws MessagingException {
        try {
            hear(mail);
            tries.remove(key);
        } catch (MessageRemovedException e) {
            // Somebody deleted it before we read it.
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (MessagingException e) {
            if (tries.merge(key, 1, Integer::sum) < MOST_TRIES_WITH_SERVER) throw e;
            setAside(key, e);
        } catch (RuntimeException | StackOverflowError e) {
            if (tries.merge(key, 1, Integer::sum) < MOST_TRIES) throw e;
            setAside(key, e);
        }
    }

    private void hear(Message mail) throws MessagingException {
        var read = incoming.read(mail);
        keep.once(read.digest(), () -> hear.apply(read.letter())).ifPresent(listener);
        mail.setFlag(Flags.Flag.SEEN, true);
    }

    private void setAside(String key, Throwable failure) {
        LOG.atError().addKeyValue("mail", key).setCause(failure).log("a mail cannot be handled and is set aside");
        tries.remove(key);
        keep.setAside(
                Sha256.of(server.identity() + "/" + key),
                "A mail in " + server.name() + " cannot be read (number " + key
                        + "): it is left there, and nothing was done with it. Please look at it; Arke's log says"
                        + " more.");
        listener.accept(Heard.FAILED);
    }

    @Override
    public void close() {
        stopped.countDown();
        if (!loop.isAlive()) {
            server.close();
            return;
        }
        try {
            loop.join(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
