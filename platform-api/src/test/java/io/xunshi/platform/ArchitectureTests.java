package io.xunshi.platform;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;

@AnalyzeClasses(packages = "io.xunshi.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..");

    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_THE_WEB = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.xunshi.platform..web..");

    @ArchTest
    static final ArchRule THE_WEB_NEVER_TOUCHES_STORAGE = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..storage..");

    @ArchTest
    static final ArchRule NOBODY_BLOCKS_OR_SUBSCRIBES = noClasses()
            .should()
            .callMethodWhere(describe(
                    "blocks or subscribes",
                    (JavaCall<?> call) -> call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")
                            && call.getName().matches("block.*|subscribe|toIterable|toStream")));

    @ArchTest
    static final ArchRule STEPS_PASS_RECORDS_NOT_TUPLES =
            noClasses().should().dependOnClassesThat().resideInAPackage("reactor.util.function");

    @ArchTest
    static final ArchRule SETTINGS_ARE_RECORDS = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords()
            .andShould()
            .haveSimpleNameEndingWith("Settings");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should(have(nameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|VO|Common)")));

    @ArchTest
    static final ArchRule REACTIONS_ARE_NAMED_AFTER_WHAT_THEY_DO_AND_WHEN =
            methods().that().areAnnotatedWith(DomainEventHandler.class).should(beNamedAfterTheirEvent());

    private static ArchCondition<JavaMethod> beNamedAfterTheirEvent() {
        return new ArchCondition<>("live in a class <Verb><Object>On<Event> of a reaction package") {
            @Override
            public void check(JavaMethod handler, ConditionEvents events) {
                var event = handler.getRawParameterTypes().getFirst().getSimpleName();
                var owner = handler.getOwner();
                var fits = owner.getSimpleName().endsWith("On" + event)
                        && owner.getPackageName().endsWith(".reaction")
                        && handler.getName().equals("on");
                events.add(new SimpleConditionEvent(handler, fits, handler.getFullName()));
            }
        };
    }
}
