package dev.arke.template;

import com.hubspot.jinjava.el.TypeConvertingMapELResolver;
import com.hubspot.jinjava.el.ext.JinjavaBeanELResolver;
import com.hubspot.jinjava.el.ext.JinjavaListELResolver;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jinjava.javax.el.ArrayELResolver;
import jinjava.javax.el.CompositeELResolver;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.MethodNotFoundException;
import org.jspecify.annotations.Nullable;

/** What expressions reach: fields of maps, items of lists, and of methods those that only read and make nothing large. */
final class NarrowResolver extends CompositeELResolver {
    private static final Set<String> METHODS =
            Set.of("items", "keys", "values", "get", "contains", "strip", "length", "size");

    NarrowResolver() {
        add(new ArrayELResolver(true));
        add(new JinjavaListELResolver(true));
        add(new TypeConvertingMapELResolver(true));
        add(new FewMethods());
    }

    private static final class FewMethods extends JinjavaBeanELResolver {
        FewMethods() {
            super(true);
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object[] arguments) {
            var name = String.valueOf(method);
            // A filter, and a test behind "is", are asked so by Jinjava itself.
            if (base instanceof Filter || base instanceof ExpTest || METHODS.contains(name))
                return super.invoke(context, base, method, types, arguments);
            if (base instanceof String text) {
                var value = ofText(text, name, arguments);
                context.setPropertyResolved(true);
                return value;
            }
            throw none(name);
        }

        /** Those of Python's strings that templates use most. */
        private static Object ofText(String text, String name, Object[] arguments) {
            var argument = arguments.length == 1 ? String.valueOf(arguments[0]) : "";
            return switch (name) {
                case "upper" -> text.toUpperCase(Locale.ROOT);
                case "lower" -> text.toLowerCase(Locale.ROOT);
                case "startswith" -> text.startsWith(argument);
                case "endswith" -> text.endsWith(argument);
                case "split" -> List.of(text.split(argument.isEmpty() ? "\\s+" : Pattern.quote(argument), -1));
                default -> throw none(name);
            };
        }

        private static MethodNotFoundException none(String name) {
            return new MethodNotFoundException("there is no method " + name + " here");
        }
    }
}
