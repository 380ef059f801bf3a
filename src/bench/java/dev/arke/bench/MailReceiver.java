package dev.arke.bench;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A real mail server, GreenMail, on loopback in this process: notes when the mail about each alert came, and how many did. */
final class MailReceiver implements AutoCloseable {
    private static final Pattern HOST = Pattern.compile("host ([0-9]+) ");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<Integer, Long> first = new ConcurrentHashMap<>();
    private final Collection<String> ids = new ConcurrentLinkedQueue<>();

    MailReceiver() {
        var user = server.setUser("arke@example.com", "arke", "arke");
        server.getManagers().getUserManager().setMessageDeliveryHandler((mail, to) -> note(mail, user));
        server.start();
    }

    private GreenMailUser note(MovingMessage mail, GreenMailUser user) throws MessagingException {
        long now = System.nanoTime();
        about(mail.getMessage().getSubject()).ifPresent(alert -> first.putIfAbsent(alert, now));
        ids.add(mail.getMessage().getMessageID());
        return user;
    }

    /** The number of the alert whose summary is in these words. */
    static Optional<Integer> about(String words) {
        var found = HOST.matcher(words);
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    String url() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort();
    }

    /** When the first mail about each alert came, once there are so many, or the time is over. */
    Map<Integer, Long> await(int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (first.size() < count && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(5);
        return Map.copyOf(first);
    }

    /** Mails that came more than once. */
    long doubled() {
        return ids.size() - ids.stream().distinct().count();
    }

    @Override
    public void close() {
        server.stop();
    }
}
