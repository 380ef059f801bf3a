package dev.arke.mail;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail server answered: {@code code} is its reply (RFC 5321, 4.2), {@code status} the finer one some add (RFC 3463).
 * Its words are left out of all we say: they repeat addresses and user names.
 */
record SmtpAnswer(Stage stage, int code, Optional<String> status, boolean isAboutUs) {
    /** What we had asked. */
    enum Stage {
        LOGIN,
        SENDER,
        RECIPIENT,
        CONTENT
    }

    private static final Pattern OF_US = Pattern.compile(
            "(?i)\\b(relay|relaying|authentication|policy|spam|blacklisted|block ?list(ed)?|reputation)\\b");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
    private static final Pattern FORM =
            Pattern.compile("(?s)\\s*([245]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?.*");

    static SmtpAnswer of(Stage stage, int code, String words) {
        var found = FORM.matcher(words);
        return new SmtpAnswer(
                stage,
                code,
                found.matches() ? Optional.ofNullable(found.group(2)) : Optional.empty(),
                isAboutUs(words));
    }

    /** Where only words are left of an answer; empty when they hold no code. */
    static Optional<SmtpAnswer> ofWords(Stage stage, String words) {
        var found = FORM.matcher(words);
        if (!found.matches()) return Optional.empty();
        return Optional.of(new SmtpAnswer(
                stage, Integer.parseInt(found.group(1)), Optional.ofNullable(found.group(2)), isAboutUs(words)));
    }

    /** Servers without finer codes say 550 both to an address that is nobody's and to a sender whom they do not serve. */
    static boolean isAboutUs(String words) {
        return OF_US.matcher(ADDRESS.matcher(words).replaceAll(" ")).find();
    }

    Outcome outcome(String server, boolean plain) {
        if (code < 500) return again(server + " said \"not now\" (" + said() + ")");
        if (isAboutLogin()) return broken(FailureReason.AUTH, server + " does not accept our login (" + said() + ")");
        return switch (stage) {
            case LOGIN -> broken(FailureReason.AUTH, server + " does not accept our login (" + said() + ")");
            case SENDER -> broken(FailureReason.REJECTED, server + " does not let SMTP_FROM send (" + said() + ")");
            case RECIPIENT -> recipientRefused(server);
            case CONTENT ->
                plain
                        ? broken(FailureReason.REJECTED, server + " does not take our mails (" + said() + ")")
                        : new Outcome.PayloadRefused(server + " does not take this mail (" + said() + ")");
        };
    }

    /** 530 login needed, 534 and 535 refused, 538 not without encryption (RFC 4954, 6). */
    private boolean isAboutLogin() {
        return code == 530 || code == 534 || code == 535 || code == 538;
    }

    /**
     * A server that refuses us by policy (X.7.X), our sender (X.1.7, X.1.8), or for want of room says nothing about the
     * person: calling the address dead would silence everybody's mail the day our server is on a block list.
     */
    private Outcome recipientRefused(String server) {
        var detail = status.map(words -> words.substring(2)).orElse("");
        boolean isOnlySaid = detail.isEmpty() && isAboutUs && code != 552;
        if (isOnlySaid || detail.startsWith("7.") || detail.equals("1.7") || detail.equals("1.8"))
            return broken(FailureReason.REJECTED, server + " does not take mail from us (" + said() + ")");
        if (code == 552 || detail.equals("2.2") || detail.startsWith("3."))
            return again("the mailbox has no room (" + said() + ")");
        boolean gone = code == 550 || code == 551 || code == 553 || code == 556;
        if (gone || detail.startsWith("1.") || detail.equals("2.1"))
            return new Outcome.RecipientGone(server + " knows no such address (" + said() + ")");
        return broken(FailureReason.REJECTED, server + " does not take mail for this address (" + said() + ")");
    }

    private String said() {
        return status.map(words -> code + " " + words).orElseGet(() -> Integer.toString(code));
    }

    private static Outcome again(String problem) {
        return new Outcome.Again(Duration.ZERO, FailureReason.SERVER, problem);
    }

    private static Outcome broken(FailureReason reason, String problem) {
        return new Outcome.CarrierBroken(reason, problem);
    }
}
