package dev.arke.teams.web;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a message is found by: its conversation (in a channel, of its thread) and its activity: {@code
 * 19:pay@thread.tacv2;messageid=1700000000000#1700000000000}.
 */
public record MessageRef(String conversation, String activity) {
    private static final String THREAD = ";messageid=";
    private static final Pattern CONVERSATION = Pattern.compile("[\\w:;=@.+/~-]{1,240}");
    private static final Pattern ACTIVITY = Pattern.compile("[\\w:|.+/=-]{1,100}");

    public static Optional<MessageRef> parse(String text) {
        int sign = text.lastIndexOf('#');
        if (sign < 0) return Optional.empty();
        return of(text.substring(0, sign), text.substring(sign + 1));
    }

    /** Empty when they are none of Teams'. */
    public static Optional<MessageRef> of(String conversation, String activity) {
        boolean fits = CONVERSATION.matcher(conversation).matches()
                && ACTIVITY.matcher(activity).matches();
        return fits ? Optional.of(new MessageRef(conversation, activity)) : Optional.empty();
    }

    /** The message that began a thread of a channel; where there is no thread, the message itself. */
    public static Optional<MessageRef> root(String conversation, String activity) {
        int thread = conversation.indexOf(THREAD);
        return of(conversation, thread < 0 ? activity : conversation.substring(thread + THREAD.length()));
    }

    /** The channel or chat, whatever the thread. */
    public String place() {
        return place(conversation);
    }

    public static String place(String conversation) {
        int thread = conversation.indexOf(THREAD);
        return thread < 0 ? conversation : conversation.substring(0, thread);
    }

    /** The thread below this message of a channel. */
    static String thread(String conversation, String activity) {
        return conversation.contains(THREAD) ? conversation : conversation + THREAD + activity;
    }

    @Override
    public String toString() {
        return conversation + "#" + activity;
    }
}
