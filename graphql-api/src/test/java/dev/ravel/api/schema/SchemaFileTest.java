package dev.ravel.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.EntityState;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.explain.WhyNotKind;
import dev.ravel.resolver.lineage.StoryLanguage;
import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaFileTest {
    @Test
    void everythingIsDescribed() {
        assertThat(undescribed(RavelSchema.sdl())).isEmpty();
    }

    @Test
    void missingDescriptionsOfEveryKindAreFound() {
        assertThat(
                        undescribed(
                                """
                        "Asks." type Query { bare(a: Int): Kind "Good." good("Good." a: Int): Int }
                        enum Kind { ONE }
                        input Given { "Good." a: Int b: Int }
                        scalar Odd
                        """))
                .containsExactlyInAnyOrder(
                        "Query.bare", "Query.bare(a)", "Kind", "Kind.ONE", "Given", "Given.b", "Odd");
    }

    @Test
    void descriptionsAreSentences() {
        List<String> odd = new ArrayList<>();
        visit(RavelSchema.sdl(), (name, node) -> {
            String text = node.getDescription() == null
                    ? ""
                    : node.getDescription().getContent().strip();
            if (!text.endsWith(".")) {
                odd.add(name);
            }
        });
        assertThat(odd).isEmpty();
    }

    static Stream<Class<? extends Enum<?>>> enums() {
        return Stream.of(
                EntityState.class,
                MatchStatus.class,
                IdentifierType.class,
                Verdict.class,
                EventType.class,
                RecordType.class,
                ReviewKind.class,
                StoryLanguage.class,
                WhyNotKind.class);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void enumsHaveTheValuesOfTheModel(Class<? extends Enum<?>> type) {
        EnumTypeDefinition inFile = Objects.requireNonNull(new SchemaParser()
                .parse(RavelSchema.sdl())
                .getTypeOrNull(type.getSimpleName(), EnumTypeDefinition.class));
        assertThat(inFile.getEnumValueDefinitions().stream().map(value -> value.getName()))
                .containsExactlyElementsOf(
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    private static Set<String> undescribed(String sdl) {
        Set<String> missing = new TreeSet<>();
        visit(sdl, (name, node) -> {
            if (node.getDescription() == null
                    || node.getDescription().getContent().isBlank()) {
                missing.add(name);
            }
        });
        return missing;
    }

    private interface Visitor {
        void visit(String name, AbstractDescribedNode<?> node);
    }

    private static void visit(String sdl, Visitor visitor) {
        TypeDefinitionRegistry registry = new SchemaParser().parse(sdl);
        registry.scalars().forEach((name, scalar) -> {
            if (scalar.getSourceLocation() != null) {
                visitor.visit(name, scalar);
            }
        });
        registry.types().values().forEach(type -> {
            visitor.visit(type.getName(), (AbstractDescribedNode<?>) type);
            if (type instanceof ObjectTypeDefinition object) {
                object.getFieldDefinitions().forEach(field -> visitField(type.getName(), field, visitor));
            } else if (type instanceof InputObjectTypeDefinition input) {
                input.getInputValueDefinitions()
                        .forEach(value -> visitor.visit(type.getName() + '.' + value.getName(), value));
            } else if (type instanceof EnumTypeDefinition values) {
                values.getEnumValueDefinitions()
                        .forEach(value -> visitor.visit(type.getName() + '.' + value.getName(), value));
            }
        });
    }

    private static void visitField(String type, FieldDefinition field, Visitor visitor) {
        String name = type + '.' + field.getName();
        visitor.visit(name, field);
        field.getInputValueDefinitions()
                .forEach(argument -> visitor.visit(name + '(' + argument.getName() + ')', argument));
    }
}
