package dev.ravel.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between modules, as ARCHITECTURE.md draws them; what is not listed here is not allowed. */
class ModuleArrowsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.ravel");

    private static final Map<String, List<String>> MAY_USE = Map.of(
            "model", List.of(),
            "resolver", List.of("model"),
            "configuration", List.of("model", "resolver"),
            "generator", List.of("model"),
            "cypher", List.of("model", "resolver"),
            "ingest", List.of("model", "resolver", "configuration", "cypher"),
            "api", List.of("model", "resolver", "configuration", "cypher"),
            "launcher", List.of("model", "resolver", "configuration", "generator", "cypher", "ingest", "api"));

    private static final Map<String, List<String>> LIBRARIES_OF_ONE_MODULE = Map.of(
            "ingest", List.of("org.apache.flink..", "org.apache.kafka.."),
            "cypher", List.of("org.neo4j.."),
            "api", List.of("io.vertx..", "graphql.."),
            "resolver", List.of("org.jgrapht..", "com.google.i18n.phonenumbers.."),
            "configuration", List.of("org.snakeyaml.."),
            "launcher", List.of("picocli.."));

    static Stream<String> modules() {
        return MAY_USE.keySet().stream().sorted();
    }

    static Stream<String> modulesWithLibraries() {
        return LIBRARIES_OF_ONE_MODULE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleUsesOnlyWhatItsArrowsAllow(String module) {
        String[] others = Stream.concat(modules(), Stream.of("server", "bench"))
                .filter(other -> !other.equals(module))
                .filter(other -> !MAY_USE.getOrDefault(module, List.of()).contains(other))
                .map(ModuleArrowsTest::packagesOf)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(packagesOf(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("modulesWithLibraries")
    void aLibraryStaysInItsModule(String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage(packagesOf(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        LIBRARIES_OF_ONE_MODULE.getOrDefault(module, List.of()).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void theModelUsesTheJdkOnly() {
        noClasses()
                .that()
                .resideInAPackage(packagesOf("model"))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", packagesOf("model"))
                .check(CLASSES);
    }

    @Test
    void theEmbeddedServerKnowsNothingOfRavel() {
        Path classes = Path.of("..", "graph-server", "target", "classes");
        assumeTrue(Files.isDirectory(classes), "graph-server is not part of this build");
        JavaClasses server = new ClassFileImporter().importPath(classes);

        assertThat(server.contain("dev.ravel.server.GraphServer")).isTrue();
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules().map(ModuleArrowsTest::packagesOf).toArray(String[]::new))
                .check(server);
    }

    @Test
    void everyClassIsInAModuleWithArrows() {
        List<String> known =
                modules().map(module -> "dev.ravel." + module + ".").toList();

        assertThat(CLASSES.stream().map(type -> type.getPackageName() + "."))
                .allMatch(name -> known.stream().anyMatch(name::startsWith));
    }

    /** Proves that a violated rule fails here, which not every combination of runner and rule notation does. */
    @Test
    void aBrokenRuleFails() {
        ArchRule wrong = noClasses()
                .that()
                .resideInAPackage(packagesOf("resolver"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packagesOf("model"));

        assertThatThrownBy(() -> wrong.check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dev.ravel.resolver");
    }

    private static String packagesOf(String module) {
        return "dev.ravel." + module + "..";
    }
}
