package dev.arke.chat;

import dev.arke.card.ReadingOrder;
import dev.arke.chat.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a text apart into words, in one pass however hostile the text. */
final class WordReader {
    private final String text;
    private final List<DeliveredText.Mark> marks;
    private final int end;
    private int at;
    private int nextMark;
    private int unclosedDoubleFrom = Integer.MAX_VALUE;
    private int unclosedSingleFrom = Integer.MAX_VALUE;

    WordReader(DeliveredText line, int from, int end) {
        this.text = line.text();
        this.marks = line.marks();
        this.end = end;
        this.at = from;
    }

    List<Word> read() {
        var words = new ArrayList<Word>();
        for (at = skipBlanks(text, at, end); at < end; at = skipBlanks(text, at, end)) {
            var word = next();
            if (!word.text().isEmpty()) words.add(word);
            at = word.end();
        }
        return List.copyOf(words);
    }

    private Word next() {
        while (nextMark < marks.size() && marks.get(nextMark).start() < at) nextMark++;
        if (nextMark < marks.size() && marks.get(nextMark).start() == at) {
            var mark = marks.get(nextMark);
            return new Word(mark.reference().shown(), false, Optional.of(mark.reference()), at, mark.end());
        }
        char first = text.charAt(at);
        int close = first == '"' || first == '\'' ? closingQuote(first) : -1;
        if (close > 0) return new Word(text.substring(at + 1, close).strip(), true, Optional.empty(), at, close + 1);
        int wordEnd = bareEnd();
        // a double quote that nothing closes is no part of the word; an apostrophe is
        var bare = text.substring(first == '"' && wordEnd > at + 1 ? at + 1 : at, wordEnd);
        return new Word(bare, false, Optional.empty(), at, wordEnd);
    }

    private int bareEnd() {
        int limit = nextMark < marks.size() ? Math.min(end, marks.get(nextMark).start()) : end;
        int wordEnd = at;
        while (wordEnd < limit && !isBlank(text.charAt(wordEnd))) wordEnd++;
        return wordEnd;
    }

    /** A quote closes before a blank, a comma or the end, so that inches and apostrophes do not. */
    private int closingQuote(char quote) {
        if (at >= (quote == '"' ? unclosedDoubleFrom : unclosedSingleFrom)) return -1;
        for (int i = text.indexOf(quote, at + 1); i > 0 && i < end; i = text.indexOf(quote, i + 1)) {
            if (i + 1 == end || isBlank(text.charAt(i + 1)) || text.charAt(i + 1) == ',') return i;
        }
        if (quote == '"') unclosedDoubleFrom = at;
        else unclosedSingleFrom = at;
        return -1;
    }

    /** A word or name without the punctuation that ends a phrase. */
    static String withoutPause(String word) {
        int wordEnd = word.length();
        while (wordEnd > 0 && isPause(word.charAt(wordEnd - 1))) wordEnd--;
        return word.substring(0, wordEnd);
    }

    static boolean isPause(char c) {
        return "?!.,:;".indexOf(TypedForms.plain(c)) >= 0;
    }

    static int skipBlanks(String text, int from, int end) {
        int place = from;
        while (place < end && isBlank(text.charAt(place))) place++;
        return place;
    }

    /** Also the marks of direction and width that copying brings along. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || ReadingOrder.isTurnedBy(c)
                || "\u200b\u200e\u200f\u2060\ufeff".indexOf(c) >= 0;
    }
}
