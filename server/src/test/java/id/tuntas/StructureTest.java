package id.tuntas;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@Tag("structure")
class StructureTest {

    /** {@code rosterfile} is a library with a build of its own, which knows nothing of this application. */
    @Test
    void everyRoomUsesOnlyTheRoomsAboveIt() {
        ApplicationModules.of(TuntasApplication.class, resideInAPackage("id.tuntas.rosterfile.."))
                .verify();
    }
}
