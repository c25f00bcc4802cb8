package id.tuntas;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@Tag("structure")
class StructureTest {

    @Test
    void everyRoomUsesOnlyTheRoomsAboveIt() {
        ApplicationModules.of(TuntasApplication.class).verify();
    }
}
