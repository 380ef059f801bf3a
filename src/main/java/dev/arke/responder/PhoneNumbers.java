package dev.arke.responder;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers as ITU-T E.164 writes them: + and the country's code. */
public final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** A number as it is dialled from everywhere, or what is wrong with the text: the end of a sentence that says so. */
    public sealed interface Read {
        record E164(String number) implements Read {}

        record Wrong(String what) implements Read {}
    }

    private PhoneNumbers() {}

    /** Spaces, brackets and dashes do not matter; without a country's code nobody knows which country is meant. */
    public static Read read(String text) {
        try {
            // Possible, not valid: who is called by a range that was opened last month must be reachable.
            var number = NUMBERS.parse(text, null);
            return switch (NUMBERS.isPossibleNumberWithReason(number)) {
                case IS_POSSIBLE -> new Read.E164(NUMBERS.format(number, PhoneNumberFormat.E164));
                case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> wrong("too short for a phone number of that country");
                case TOO_LONG -> wrong("too long for a phone number of that country");
                case INVALID_COUNTRY_CODE -> wrong("no phone number: there is no such country's code");
                case INVALID_LENGTH -> wrong("no phone number: that country has none of that length");
            };
        } catch (NumberParseException e) {
            return switch (e.getErrorType()) {
                case INVALID_COUNTRY_CODE ->
                    wrong("no phone number with a country's code. Write it with + and the code, such as +33600000001");
                case NOT_A_NUMBER ->
                    wrong("no phone number. Write it with + and the country's code, such as +33600000001");
                case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> wrong("too short for a phone number");
                case TOO_LONG -> wrong("too long for a phone number");
            };
        }
    }

    private static Read wrong(String what) {
        return new Read.Wrong(what);
    }

    public static Optional<String> e164(String text) {
        return read(text) instanceof Read.E164(var number) ? Optional.of(number) : Optional.empty();
    }
}
