package dev.arke.mail;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import dev.arke.mail.SmtpAnswer.Stage;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What an exception of Jakarta Mail means for a delivery. The exceptions' own words go nowhere: they hold secrets. */
final class SmtpFailure {
    private static final int LONGEST_CHAIN = 20;

    private SmtpFailure() {}

    /** {@code server} is the subject of a sentence; {@code plain}: the mail had no form that could be left out. */
    static Outcome outcome(MessagingException failure, String server, boolean plain) {
        var chain = chain(failure);
        var answer = find(chain, SMTPAddressFailedException.class)
                .map(it -> SmtpAnswer.of(Stage.RECIPIENT, it.getReturnCode(), words(it)))
                .or(() -> find(chain, SMTPSenderFailedException.class)
                        .map(it -> SmtpAnswer.of(Stage.SENDER, it.getReturnCode(), words(it))))
                .or(() -> find(chain, SMTPSendFailedException.class)
                        .map(it -> SmtpAnswer.of(Stage.CONTENT, it.getReturnCode(), words(it))))
                // Below 400 it is no answer: the connection broke (-1), or it broke the protocol.
                .filter(it -> it.code() >= 400);
        if (answer.isPresent()) return answer.get().outcome(server, plain);
        var login = find(chain, AuthenticationFailedException.class);
        if (login.isPresent()) return login(login.get(), server);
        return connection(chain, server);
    }

    private static Outcome login(AuthenticationFailedException failure, String server) {
        return SmtpAnswer.ofWords(Stage.LOGIN, words(failure))
                .map(answer -> answer.outcome(server, true))
                .orElseGet(() -> new Outcome.CarrierBroken(FailureReason.AUTH, server + " does not accept our login"));
    }

    private static Outcome connection(List<Throwable> chain, String server) {
        if (find(chain, SocketTimeoutException.class).isPresent())
            return again(FailureReason.TIMEOUT, server + " did not answer in time");
        if (find(chain, SSLHandshakeException.class).isPresent()
                || find(chain, SSLPeerUnverifiedException.class).isPresent())
            return new Outcome.CarrierBroken(
                    FailureReason.OTHER, server + " has no certificate that we trust for its name");
        if (find(chain, UnknownHostException.class).isPresent())
            return again(FailureReason.SERVER, server + " cannot be found: its name has no address");
        if (find(chain, MailConnectException.class).isPresent())
            return again(FailureReason.SERVER, server + " cannot be reached");
        if (words(chain.getFirst()).startsWith("STARTTLS is required"))
            return new Outcome.CarrierBroken(
                    FailureReason.OTHER, server + " offers no encryption, and no password is sent without");
        return again(FailureReason.SERVER, server + " broke off");
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (var at = failure; at != null && chain.size() < LONGEST_CHAIN; at = at.getCause()) chain.add(at);
        return chain;
    }

    private static <T> Optional<T> find(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static String words(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }

    private static Outcome again(FailureReason reason, String problem) {
        return new Outcome.Again(Duration.ZERO, reason, problem);
    }
}
