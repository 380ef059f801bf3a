package dev.arke.testkit;

import dev.arke.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link EachDatabase} does. */
final class EachDatabaseExtension implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(Engine.values()).map(OnEngine::new);
    }

    private record OnEngine(Engine engine) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return engine.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Session(engine));
        }
    }

    /** One database for one run of the class. */
    private static final class Session
            implements BeforeClassTemplateInvocationCallback,
                    AfterClassTemplateInvocationCallback,
                    BeforeEachCallback,
                    AfterEachCallback,
                    ParameterResolver {
        private static final Duration PATIENCE = Duration.ofSeconds(3);
        private static final Set<Class<?>> KINDS = Set.of(TestDatabase.class, Database.class, Engine.class);

        private final Engine engine;
        private @Nullable TestDatabase open;

        Session(Engine engine) {
            this.engine = engine;
        }

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            open = TestDatabase.open(engine);
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            if (open != null) open.close();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            database().empty();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            database().expectNoBorrowedConnection(PATIENCE);
            database().checkEndOfTest();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return KINDS.contains(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var kind = parameter.getParameter().getType();
            if (kind == Engine.class) return engine;
            return kind == Database.class ? database().database() : database();
        }

        private TestDatabase database() {
            if (open == null) throw new IllegalStateException("no database of " + engine + " is open");
            return open;
        }
    }
}
