package dev.arke.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A filter that turns a text into another one of its size. */
record CaseFilter(String name, UnaryOperator<String> change) implements Filter {
    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
        return change.apply(Objects.toString(value, ""));
    }
}
