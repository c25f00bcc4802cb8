package id.tuntas.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;

/** Habits that a compiler does not hold; docs/architecture.md says why. */
@ArchTag("structure")
@AnalyzeClasses(packages = "id.tuntas", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    /** Asks the database whether it answers; there is nothing to query. */
    private static final Set<String> MAY_TOUCH_THE_DATABASE = Set.of("HealthController");

    @ArchTest
    static final ArchRule whatIsInternalIsPackagePrivate = classes()
            .that()
            .resideInAPackage("id.tuntas.*.internal")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule internalPackagesAreFlat = noClasses().should().resideInAPackage("id.tuntas.*.internal.*..");

    @ArchTest
    static final ArchRule controllersAreInternalAndNamedSo = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .haveSimpleNameEndingWith("Controller")
            .andShould()
            .resideInAPackage("id.tuntas.*.internal");

    @ArchTest
    static final ArchRule controllersLeaveSqlAndStoresToOthers = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .and(are(notNamed(MAY_TOUCH_THE_DATABASE)))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                    .or(simpleNameEndingWith("Store")));

    @ArchTest
    static final ArchRule transactionsAreNoBusinessOfControllers = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.transaction..");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule componentsKeepWhatTheyWereGiven = fields().that()
            .areDeclaredInClassesThat(are(components()))
            .and()
            .areNotStatic()
            .and()
            .doNotHaveModifier(JavaModifier.VOLATILE)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.text.SimpleDateFormat");

    @ArchTest
    static final ArchRule onlyTheCommandLineTalksToTheTerminal = noClasses()
            .that(are(talkative().negate()))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule nobodyEndsTheProcessButTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackages("id.tuntas.cli..", "id.tuntas.rosterfile.cli..", "id.tuntas")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    private static DescribedPredicate<JavaClass> components() {
        return DescribedPredicate.describe(
                "components",
                type -> type.isMetaAnnotatedWith(Component.class)
                        && !type.isAnnotatedWith(ConfigurationProperties.class));
    }

    /** The command line and the seeding's progress are for the person at the terminal. */
    private static DescribedPredicate<JavaClass> talkative() {
        return resideInAPackage("id.tuntas.cli..")
                .or(resideInAPackage("id.tuntas.demo.."))
                .or(simpleNameEndingWith("TuntasApplication"));
    }

    private static DescribedPredicate<JavaClass> notNamed(Set<String> names) {
        return DescribedPredicate.describe("not " + names, type -> !names.contains(type.getSimpleName()));
    }
}
