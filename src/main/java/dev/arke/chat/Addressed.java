package dev.arke.chat;

import java.util.Optional;

/** Where in a line the command stands once the mention of Arke and the root command are left aside. */
record Addressed(int start, int end) {
    static Addressed in(DeliveredText line, ChatContext context) {
        var finder = new Finder(line, context.bot());
        int length = line.text().length();
        int start = WordReader.skipBlanks(line.text(), 0, length);
        int after = finder.afterRoot(finder.afterMention(start));
        // "ack 1042 @Arke" addresses Arke as well as "@Arke ack 1042"
        int end = after > start ? length : finder.beforeTrailingMention(length);
        return new Addressed(WordReader.skipBlanks(line.text(), after, Math.max(after, end)), Math.max(after, end));
    }

    private record Finder(DeliveredText line, ChatContext.Bot bot) {
        int afterMention(int at) {
            for (var mark : line.marks())
                if (mark.start() == at && isArke(mark.reference())) return afterPunctuation(mark.end());
            return afterWord(at, "@" + bot.name()).map(this::afterPunctuation).orElse(at);
        }

        int afterRoot(int at) {
            return bot.root().isBlank() ? at : afterWord(at, bot.root()).orElse(at);
        }

        int beforeTrailingMention(int end) {
            if (line.marks().isEmpty()) return end;
            var last = line.marks().getLast();
            boolean trailing = WordReader.skipBlanks(line.text(), last.end(), end) == end;
            return trailing && isArke(last.reference()) ? last.start() : end;
        }

        private boolean isArke(Reference reference) {
            return switch (reference) {
                case Reference.Mention mention -> mention.id().equals(bot.id());
                case Reference.Name name -> name.name().equalsIgnoreCase(bot.name());
                case Reference.Group ignored -> false;
            };
        }

        private Optional<Integer> afterWord(int at, String word) {
            int end = at + word.length();
            boolean whole = TypedForms.plain(line.text()).regionMatches(true, at, word, 0, word.length())
                    && (end == line.text().length() || isPause(line.text().charAt(end)));
            return whole
                    ? Optional.of(
                            WordReader.skipBlanks(line.text(), end, line.text().length()))
                    : Optional.empty();
        }

        private static boolean isPause(char c) {
            return WordReader.isBlank(c) || TypedForms.plain(c) == ':' || TypedForms.plain(c) == ',';
        }

        private int afterPunctuation(int at) {
            int length = line.text().length();
            int next = WordReader.skipBlanks(line.text(), at, length);
            boolean pause = next < length && isPause(line.text().charAt(next));
            return pause ? WordReader.skipBlanks(line.text(), next + 1, length) : next;
        }
    }
}
