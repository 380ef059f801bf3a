package dev.arke.template;

import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.objects.SafeString;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A filter that makes nothing huge: no page has use for a width or a count of thousands, nor for much text put in for little. */
final class BoundedFilter implements Filter {
    private static final Pattern HUGE = Pattern.compile("[0-9]{4,}(\\.[0-9]*)?|[0-9.]+[eE].*");

    /** The same within a pattern of a number: {@code %9999d}. */
    private static final Pattern HUGE_WITHIN = Pattern.compile("(?s).*%[^a-zA-Z%]*[0-9]{4,}.*");

    private static final int LONGEST = 500;

    private final Filter filter;

    BoundedFilter(Filter filter) {
        this.filter = filter;
    }

    @Override
    public String getName() {
        return filter.getName();
    }

    @Override
    public boolean preserveSafeString() {
        return filter.preserveSafeString();
    }

    @Override
    public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
        check(value, Arrays.stream(arguments), interpreter);
        return filter.filter(value, interpreter, arguments);
    }

    @Override
    public Object filter(Object value, JinjavaInterpreter interpreter, Object[] arguments, Map<String, Object> named) {
        check(value, Stream.concat(Arrays.stream(arguments), named.values().stream()), interpreter);
        return filter.filter(value, interpreter, arguments, named);
    }

    @Override
    public Object filter(SafeString value, JinjavaInterpreter interpreter, String... arguments) {
        check(value, Arrays.stream(arguments), interpreter);
        return filter.filter(value, interpreter, arguments);
    }

    private void check(Object value, Stream<?> arguments, JinjavaInterpreter interpreter) {
        boolean isHuge = arguments
                .filter(Objects::nonNull)
                .map(Object::toString)
                .anyMatch(argument -> argument.length() > LONGEST
                        || HUGE.matcher(argument.replaceFirst("^-", "")).matches());
        boolean isPattern = getName().equals("format")
                && HUGE_WITHIN.matcher(Objects.toString(value)).matches();
        if (isHuge || isPattern)
            throw new InterpretException(
                    "the filter " + getName() + " takes numbers up to 999 and texts up to " + LONGEST + " characters",
                    interpreter.getLineNumber());
    }
}
