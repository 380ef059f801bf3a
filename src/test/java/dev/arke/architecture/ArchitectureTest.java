package dev.arke.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of imports, the names, the one clock: what a review would otherwise have to look for. */
final class ArchitectureTest {
    private static final ImportOption NOT_GENERATED = location -> !location.contains("/database/generated/");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(NOT_GENERATED)
            .importPackages("dev.arke");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("dev.arke");

    /** Where the host's clock and zone may be read. */
    private static final Predicate<JavaClass> CLOCK =
            type -> ImportTable.partOf(type).equals("boot")
                    || ImportTable.outermost(type).getName().equals("dev.arke.database.DatabaseClock");

    private static final Set<String> SLEEPERS = Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit");
    private static final Set<String> EMPTY_NAMES = Set.of("Manager", "Helper", "Util", "Utils", "Impl", "Service");

    @Test
    void everyPackageBelongsToAKnownPart() {
        var parts = new ArrayList<>(ImportTable.FEATURES);
        parts.addAll(ImportTable.EDGES);
        parts.addAll(List.of(ImportTable.PICTURE, "boot", "quartz", "dialogue", "engine", "database"));

        assertThat(MAIN).isNotEmpty();
        assertThat(MAIN.stream()
                        .filter(type -> !parts.contains(ImportTable.partOf(type)))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void importsFollowTheTable() {
        assertThat(dependencies(MAIN)
                        .filter(it -> ImportTable.isOurs(target(it)))
                        .filter(it -> !ImportTable.allows(it.getOriginClass(), target(it)))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void librariesStayWhereTheyBelong() {
        assertThat(dependencies(MAIN)
                        .filter(ArchitectureTest::usesALibraryElsewhere)
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.arke.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void onlyTheDatabaseClockReadsTheHostsClockAndZone() {
        assertThat(accesses(MAIN)
                        .filter(it -> !CLOCK.test(it.getOriginOwner()))
                        .filter(ArchitectureTest::readsTheHost)
                        .map(JavaAccess::getDescription))
                .isEmpty();
    }

    @Test
    void noNameSaysNothing() {
        assertThat(Stream.concat(MAIN.stream(), TESTS.stream())
                        .map(JavaClass::getSimpleName)
                        .filter(name ->
                                EMPTY_NAMES.stream().anyMatch(end -> name.endsWith(end) && !name.equals("Service"))))
                .isEmpty();
    }

    @Test
    void noTestSleeps() {
        // A benchmark compiled beside the tests is none of them: it waits for the clock on the wall.
        assertThat(accesses(TESTS)
                        .filter(it -> !it.getOriginOwner().getPackageName().equals("dev.arke.bench"))
                        .filter(it -> it.getTarget().getName().equals("sleep"))
                        .filter(it -> SLEEPERS.contains(it.getTargetOwner().getName()))
                        .map(JavaAccess::getDescription))
                .isEmpty();
    }

    @Test
    void noTestIsEverSkippedOrMocked() {
        assertThat(dependencies(TESTS).filter(it -> skips(target(it))).map(Dependency::getDescription))
                .isEmpty();
    }

    private static Stream<Dependency> dependencies(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static Stream<JavaAccess<?>> accesses(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getAccessesFromSelf().stream());
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static boolean usesALibraryElsewhere(Dependency dependency) {
        var library = target(dependency).getPackageName() + ".";
        return ImportTable.LIBRARIES.entrySet().stream()
                .anyMatch(
                        it -> library.startsWith(it.getKey()) && !it.getValue().test(dependency.getOriginClass()));
    }

    private static boolean readsTheHost(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.util.TimeZone" -> name.equals("getDefault");
            case "java.util.Date" -> name.equals("<init>");
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    private static boolean skips(JavaClass type) {
        var name = type.getName();
        return name.equals("org.junit.jupiter.api.Disabled")
                || name.startsWith("org.junit.jupiter.api.condition.")
                || type.getSimpleName().equals("Assumptions")
                || name.startsWith("org.mockito.");
    }
}
