package dev.arke.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class MainTest {
    /** One that is in no list exists, has tests, stands in the documents, and cannot be typed. */
    @Test
    void everyCommandCanBeTyped() {
        var commands = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.arke.boot").stream()
                        .filter(type -> type.isAnnotatedWith(Command.class))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());

        assertThat(typed(Main.class)).containsExactlyInAnyOrderElementsOf(commands);
    }

    private static Stream<Class<?>> typed(Class<?> command) {
        var below = command.getAnnotation(Command.class).subcommands();
        return Stream.concat(Stream.of(command), Arrays.stream(below).flatMap(MainTest::typed));
    }
}
