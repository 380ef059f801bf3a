package dev.arke.phone.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Say;
import dev.arke.phone.Speech;
import java.net.URI;
import java.util.Locale;

/** What a call says, as Twilio reads it: everything twice, as who is woken hears the first half asleep. */
final class SpokenTwiml {
    private static final int TIMES = 2;
    private static final int SECONDS_FOR_A_KEY = 6;

    private SpokenTwiml() {}

    /** Says it and waits for a key, which {@code keys} is told. */
    static VoiceResponse asking(Speech speech, URI keys) {
        var whole = speech.and("keys");
        var response = new VoiceResponse.Builder();
        for (int i = 0; i < TIMES; i++)
            response.gather(new Gather.Builder()
                    .numDigits(1)
                    .timeout(SECONDS_FOR_A_KEY)
                    .action(keys)
                    .method(HttpMethod.POST)
                    .say(say(whole))
                    .build());
        return response.say(say(Speech.sentence("bye", speech.language())))
                .hangup(new Hangup.Builder().build())
                .build();
    }

    /** Says it, once more, and hangs up. */
    static VoiceResponse telling(Speech speech) {
        return new VoiceResponse.Builder()
                .say(say(speech))
                .say(say(speech))
                .hangup(new Hangup.Builder().build())
                .build();
    }

    /** Says it once and hangs up. */
    static VoiceResponse ending(Speech speech) {
        return new VoiceResponse.Builder()
                .say(say(speech))
                .hangup(new Hangup.Builder().build())
                .build();
    }

    private static Say say(Speech speech) {
        return new Say.Builder(speech.words())
                .language(language(speech.language()))
                .build();
    }

    private static Say.Language language(Locale locale) {
        return locale.getLanguage().equals("fr") ? Say.Language.FR_FR : Say.Language.EN_US;
    }
}
