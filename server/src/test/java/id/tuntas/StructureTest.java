package id.tuntas;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

    @Test
    void everyRoomUsesOnlyTheRoomsAboveIt() {
        ApplicationModules.of(TuntasApplication.class).verify();
    }
}
