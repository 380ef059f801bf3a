package dev.arke.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The stand-in for Slack refuses what is just over each limit, and takes what is just at it. */
final class BlockKitTest {
    /** A payload whose {@code N} is a text of so many letters, or a list of so many parts. */
    private record Limit(String what, int most, String json) {}

    private static final String BUTTON = "{'type':'button','text':{'type':'plain_text','text':'x'}}";
    private static final String OPTION = "{'text':{'type':'plain_text','text':'x'},'value':'v'}";
    private static final String FIELD = "{'type':'mrkdwn','text':'x'}";
    private static final String DIVIDER = "{'type':'divider'}";

    @TestFactory
    Stream<DynamicTest> messages() {
        return Stream.of(
                        new Limit("blocks", 50, "[" + list(DIVIDER) + "]"),
                        new Limit("section text", 3_000, section("'text':{'type':'mrkdwn','text':'N'}")),
                        new Limit("fields", 10, section("'fields':[" + list(FIELD) + "]")),
                        new Limit("field", 2_000, section("'fields':[{'type':'mrkdwn','text':'N'}]")),
                        new Limit("block_id", 255, "[{'type':'divider','block_id':'N'}]"),
                        new Limit("header", 150, "[{'type':'header','text':{'type':'plain_text','text':'N'}}]"),
                        new Limit("context", 10, "[{'type':'context','elements':[" + list(FIELD) + "]}]"),
                        new Limit("actions", 25, actions(list(BUTTON))),
                        new Limit("label", 75, actions("{'type':'button','text':{'type':'plain_text','text':'N'}}")),
                        new Limit("value", 2_000, actions(button("'value':'N'"))),
                        new Limit("url", 3_000, actions(button("'url':'N'"))),
                        new Limit("spoken", 75, actions(button("'accessibility_label':'N'"))),
                        new Limit("action_id", 255, actions(button("'action_id':'N'"))),
                        new Limit("menu", 5, actions("{'type':'overflow','options':[" + list(OPTION) + "]}")),
                        new Limit("confirm title", 100, confirm("N", "x", "x", "x")),
                        new Limit("confirm text", 300, confirm("x", "N", "x", "x")),
                        new Limit("confirm yes", 30, confirm("x", "x", "N", "x")),
                        new Limit("confirm no", 30, confirm("x", "x", "x", "N")),
                        new Limit("options", 100, actions("{'type':'static_select','options':[" + list(OPTION) + "]}")),
                        new Limit("option text", 75, option("{'text':{'type':'plain_text','text':'N'},'value':'v'}")),
                        new Limit("option value", 150, option("{'text':{'type':'plain_text','text':'x'},'value':'N'}")),
                        new Limit(
                                "option description",
                                75,
                                option("{'text':{'type':'plain_text','text':'x'},'value':'v',"
                                        + "'description':{'type':'plain_text','text':'N'}}")),
                        new Limit("alt text", 2_000, "[{'type':'image','image_url':'https://x','alt_text':'N'}]"))
                .map(limit -> dynamicTest(limit.what(), () -> {
                    assertThat(message(limit, limit.most())).isEmpty();
                    assertThat(message(limit, limit.most() + 1)).isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> views() {
        return Stream.of(
                        new Limit("title", 24, modal("'title':{'type':'plain_text','text':'N'}", DIVIDER)),
                        new Limit("submit", 24, modal("'submit':{'type':'plain_text','text':'N'}", DIVIDER)),
                        new Limit("close", 24, modal("'close':{'type':'plain_text','text':'N'}", DIVIDER)),
                        new Limit("private_metadata", 3_000, modal("'private_metadata':'N'", DIVIDER)),
                        new Limit("callback_id", 255, modal("'callback_id':'N'", DIVIDER)),
                        new Limit("blocks", 100, modal("'callback_id':'c'", list(DIVIDER))),
                        new Limit("label", 2_000, modal("'callback_id':'c'", input("N", ""))),
                        new Limit(
                                "hint",
                                2_000,
                                modal(
                                        "'callback_id':'c'",
                                        input("x", "")
                                                .replace(
                                                        "'label'", "'hint':{'type':'plain_text','text':'N'},'label'"))),
                        new Limit(
                                "initial_value", 3_000, modal("'callback_id':'c'", input("x", ",'initial_value':'N'"))),
                        new Limit(
                                "placeholder",
                                150,
                                modal(
                                        "'callback_id':'c'",
                                        input("x", ",'placeholder':{'type':'plain_text','text':'N'}"))))
                .map(limit -> dynamicTest(limit.what(), () -> {
                    assertThat(view(limit, limit.most())).isEmpty();
                    assertThat(view(limit, limit.most() + 1)).isNotEmpty();
                }));
    }

    @Test
    void whatIsMissingOrWrongIsRefusedToo() {
        for (var json : Stream.of(
                        "{}",
                        "[{'type':'section'}]",
                        "[{'type':'section','text':{'type':'mrkdwn','text':''}}]",
                        "[{'type':'header','text':{'type':'mrkdwn','text':'x'}}]",
                        "[{'type':'input'}]",
                        "[{'type':'actions','elements':[]}]",
                        actions(button("'style':'green'")),
                        actions("{'type':'overflow','options':[]}"),
                        actions("{'type':'static_select','options':[" + OPTION + "],'initial_option':"
                                + OPTION.replace("'v'", "'w'") + "}"),
                        "[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]")
                .toList()) assertThat(BlockKit.message(parse(json))).as(json).isNotEmpty();
        var noSubmit = modal("'callback_id':'c'", input("x", "")).replace("'submit'", "'s'");
        assertThat(BlockKit.view(parse(noSubmit))).isNotEmpty();
    }

    private static Iterable<String> message(Limit limit, int size) {
        return BlockKit.message(parse(filled(limit, size)));
    }

    private static Iterable<String> view(Limit limit, int size) {
        return BlockKit.view(parse(filled(limit, size)));
    }

    private static JsonNode parse(String json) {
        return Wire.parse(json.replace('\'', '"')).orElseThrow();
    }

    /** {@code LIST(part)} is so many parts, each {@code 'x'} its own; {@code N} so many letters. */
    private static String filled(Limit limit, int size) {
        int list = limit.json().indexOf("LIST(");
        if (list < 0) return limit.json().replace("N", "x".repeat(size));
        int end = limit.json().indexOf(")", list);
        var part = limit.json().substring(list + "LIST(".length(), end);
        var parts = IntStream.range(0, size).mapToObj(i -> part).collect(Collectors.joining(","));
        return limit.json().substring(0, list) + parts + limit.json().substring(end + 1);
    }

    private static String list(String part) {
        return "LIST(" + part + ")";
    }

    private static String section(String inside) {
        return "[{'type':'section'," + inside + "}]";
    }

    private static String actions(String elements) {
        return "[{'type':'actions','elements':[" + elements + "]}]";
    }

    private static String button(String also) {
        return "{'type':'button','text':{'type':'plain_text','text':'x'}," + also + "}";
    }

    private static String option(String option) {
        return actions("{'type':'static_select','options':[" + option + "]}");
    }

    private static String confirm(String title, String text, String yes, String no) {
        var words = "{'type':'plain_text','text':'%s'}";
        return actions(button("'confirm':{'title':" + words.formatted(title) + ",'text':" + words.formatted(text)
                + ",'confirm':" + words.formatted(yes) + ",'deny':" + words.formatted(no) + "}"));
    }

    private static String modal(String also, String blocks) {
        var view = "{'type':'modal','title':{'type':'plain_text','text':'t'},"
                + "'submit':{'type':'plain_text','text':'s'}," + also + ",'blocks':[" + blocks + "]}";
        // The last of two keys counts, so the first of them has to go.
        if (also.startsWith("'title'")) return view.replace("'title':{'type':'plain_text','text':'t'},", "");
        return also.startsWith("'submit'") ? view.replace("'submit':{'type':'plain_text','text':'s'},", "") : view;
    }

    private static String input(String label, String also) {
        return "{'type':'input','label':{'type':'plain_text','text':'" + label
                + "'},'element':{'type':'plain_text_input','action_id':'a'" + also + "}}";
    }
}
