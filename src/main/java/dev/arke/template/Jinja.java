package dev.arke.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.TemplateError.ErrorReason;
import com.hubspot.jinjava.interpret.TemplateError.ErrorType;
import com.hubspot.jinjava.lib.Importable;
import dev.arke.alert.CleanText;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jinja, without what reaches beyond its text, within limits of time, steps and size. What it is filled with is never read as
 * a template.
 */
final class Jinja {
    private static final Logger LOG = LoggerFactory.getLogger(Jinja.class);
    private static final int LONGEST = 10_000;
    private static final int LONGEST_OUTPUT = 8_000;
    private static final int LONGEST_VALUE = 20_000;
    private static final int MOST_ITEMS = 1_000;
    private static final int DEEPEST = 20;
    private static final int LONGEST_PROBLEM = 200;
    private static final String TOO_MUCH = "budget";

    private static final Set<String> TAGS = Set.of(
            "if",
            "elif",
            "else",
            "endif",
            "for",
            "endfor",
            "break",
            "continue",
            "set",
            "endset",
            "macro",
            "endmacro",
            "raw",
            "endraw",
            "filter",
            "endfilter");

    private static final Set<String> FILTERS = Set.of(
            "abs",
            "attr",
            "bool",
            "capitalize",
            "count",
            "cut",
            "d",
            "default",
            "dictsort",
            "divide",
            "e",
            "escape",
            "filesizeformat",
            "first",
            "float",
            "format",
            "groupby",
            "indent",
            "int",
            "join",
            "last",
            "length",
            "list",
            "lower",
            "map",
            "multiply",
            "regex_replace",
            "reject",
            "rejectattr",
            "replace",
            "reverse",
            "round",
            "safe",
            "select",
            "selectattr",
            "sort",
            "split",
            "string",
            "striptags",
            "sum",
            "title",
            "tojson",
            "trim",
            "truncate",
            "unique",
            "upper",
            "urlencode",
            "wordcount");

    private static final Set<String> FUNCTIONS = Set.of(":range");

    private static final ThreadLocal<Budget> BUDGET = ThreadLocal.withInitial(Budget::ofTrial);
    private static final Jinjava JINJAVA = jinjava();
    private static final ThreadLocal<Library> LIBRARY = ThreadLocal.withInitial(Library::new);

    private Jinja() {}

    /** What came of filling in a template. */
    sealed interface Filled {
        record Text(String text) implements Filled {}

        /** {@code problem} goes on from "it"; {@code cause} is the same whatever the values were. */
        record Not(String problem, String cause) implements Filled {
            /** Its budget was spent before its end. */
            boolean isTooMuch() {
                return cause.equals(TOO_MUCH);
            }
        }
    }

    static Filled fill(String template, Map<String, Object> values) {
        return fill(template, values, Budget.ofTrial());
    }

    /** Within what is left of the budget. */
    static Filled fill(String template, Map<String, Object> values, Budget budget) {
        if (template.indexOf('{') < 0) return new Filled.Text(template);
        // Before the time begins: it is made once for many, which is not for the first of them to pay.
        var interpreter = interpreter(values);
        BUDGET.set(budget);
        budget.begin();
        try {
            var filled = fill(interpreter, template);
            return budget.isSpent() ? tooMuch() : filled;
        } catch (RuntimeException | StackOverflowError e) {
            if (budget.isSpent()) return tooMuch();
            LOG.atWarn().setCause(e).log("a template failed in a way that it should not");
            return new Filled.Not("fails", e.getClass().getSimpleName());
        } finally {
            budget.end();
            BUDGET.remove();
        }
    }

    private static Filled fill(JinjavaInterpreter interpreter, String template) {
        try {
            var text = interpreter.render(template);
            return interpreter.getErrorsCopy().stream()
                    .filter(one -> one.getSeverity() == ErrorType.FATAL)
                    .findFirst()
                    .map(Jinja::failed)
                    .orElseGet(() -> new Filled.Text(text));
        } catch (InterpretException e) {
            return failed(TemplateError.fromSyntaxError(e));
        }
    }

    /** As Jinjava makes one for each text, but its tags and filters, which take longest to make, serve for several. */
    private static JinjavaInterpreter interpreter(Map<String, Object> values) {
        var config = JINJAVA.getGlobalConfig();
        var context = new Context(LIBRARY.get().take(), values, config.getDisabled());
        return new JinjavaInterpreter(JINJAVA, context, config);
    }

    private static Filled tooMuch() {
        return new Filled.Not("takes too long: it loops too often", TOO_MUCH);
    }

    private static Filled failed(TemplateError error) {
        if (error.getReason() == ErrorReason.OUTPUT_TOO_BIG)
            return new Filled.Not("becomes longer than " + LONGEST_OUTPUT + " characters", "size");
        return new Filled.Not(
                "fails in line " + error.getLineno() + ": " + words(error),
                error.getReason() + " " + error.getLineno());
    }

    private static String words(TemplateError error) {
        var message =
                Optional.ofNullable(error.getMessage()).orElse(error.getReason().name());
        var plain = CleanText.line(message).replaceAll("^[A-Za-z.]+Exception: ", "");
        return CleanText.cut(plain.replaceAll("\\.+$", ""), LONGEST_PROBLEM);
    }

    /** What is wrong with it whatever it is filled with. */
    static Optional<String> problem(String template) {
        if (template.length() > LONGEST) return Optional.of("is longer than " + LONGEST + " characters");
        return Misread.in(template, FILTERS).or(() -> failure(template));
    }

    private static Optional<String> failure(String template) {
        var nothing = Map.<String, Object>of("iris", Map.of(), "incident", Map.of());
        // Loops over nothing have no turn: what is in them is read, and not tried.
        return switch (fill(template, nothing)) {
            case Filled.Text ignored -> Optional.empty();
            case Filled.Not(var problem, var ignored) -> Optional.of(problem);
        };
    }

    private static Jinjava jinjava() {
        var plain = new Jinjava();
        var library = plain.getGlobalContext();
        var disabled = new EnumMap<Context.Library, Set<String>>(Context.Library.class);
        disabled.put(Context.Library.TAG, others(library.getAllTags(), TAGS));
        disabled.put(Context.Library.FILTER, others(library.getAllFilters(), FILTERS));
        disabled.put(Context.Library.FUNCTION, others(library.getAllFunctions(), FUNCTIONS));
        var jinjava = new Jinjava(config(disabled));
        for (var filter : library.getAllFilters())
            if (FILTERS.contains(filter.getName())) jinjava.registerFilter(new BoundedFilter(filter));
        // Jinjava's own follow the host's language.
        jinjava.registerFilter(new CaseFilter("upper", text -> text.toUpperCase(Locale.ROOT)));
        jinjava.registerFilter(new CaseFilter("lower", text -> text.toLowerCase(Locale.ROOT)));
        jinjava.registerFilter(new BoundedFilter(new NumberFormat()));
        // The first time loads much, which is no fault of the template that would be it.
        jinjava.render("{% for i in range(2) %}{{ i | string | upper }}{% endfor %}", Map.of());
        return jinjava;
    }

    private static JinjavaConfig config(Map<Context.Library, Set<String>> disabled) {
        return JinjavaConfig.newBuilder()
                .withLocale(Locale.ENGLISH)
                .withTimeZone(ZoneOffset.UTC)
                .withDisabled(disabled)
                .withElResolver(new NarrowResolver())
                .withNestedInterpretationEnabled(false)
                .withMaxRenderDepth(DEEPEST)
                .withMaxOutputSize(LONGEST_OUTPUT)
                .withMaxStringLength(LONGEST_VALUE)
                .withMaxListSize(MOST_ITEMS)
                .withMaxMapSize(MOST_ITEMS)
                .withRangeLimit(MOST_ITEMS)
                .withProcessors(JinjavaProcessors.newBuilder()
                        .withNodePreProcessor(
                                (node, interpreter) -> BUDGET.get().step())
                        .build())
                .build();
    }

    /** One thread's tags and filters. It remembers what was filled in with them, so it does not serve for ever. */
    private static final class Library {
        private static final int MOST = 100;

        private Context context = JINJAVA.getGlobalContextCopy();
        private int taken;

        Context take() {
            if (taken++ == MOST) {
                context = JINJAVA.getGlobalContextCopy();
                taken = 1;
            }
            return context;
        }
    }

    private static Set<String> others(Collection<? extends Importable> all, Set<String> wanted) {
        return all.stream()
                .map(Importable::getName)
                .filter(name -> !wanted.contains(name))
                .collect(Collectors.toSet());
    }
}
