package dev.arke.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The filter {@code format}, whatever the host's language: {@code "%.2f" | format(value)}. */
final class NumberFormat implements Filter {
    @Override
    public String getName() {
        return "format";
    }

    @Override
    public Object filter(Object pattern, JinjavaInterpreter interpreter, String... arguments) {
        return filter(pattern, interpreter, (Object[]) arguments, Map.of());
    }

    @Override
    public Object filter(
            Object pattern, JinjavaInterpreter interpreter, Object[] arguments, Map<String, Object> named) {
        return String.format(Locale.ROOT, Objects.toString(pattern, ""), arguments);
    }
}
