package id.tuntas.regions;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ListingRegionsTest {

    @Autowired
    private Http http;

    @Test
    void aDistrictsCoordinatorIsOfferedHisDistrictAndItsVillagesOnly() {
        assertThat(codes("budi", "level=regency")).containsExactly(Personas.REGENCY);
        assertThat(codes("budi", "level=district")).containsExactly(Personas.SUKASADA);
        assertThat(codes("budi", "level=village"))
                .isNotEmpty()
                .allMatch(village -> village.startsWith(Personas.SUKASADA + "."));
        assertThat(codes("budi", "level=village&parent=" + Personas.TEJAKULA)).isEmpty();
    }

    @Test
    void theRegencySeesAllOfItselfAndNothingElse() {
        assertThat(codes("citra", "level=district")).hasSize(9);
        assertThat(codes("citra", "level=village")).hasSize(148);
        assertThat(codes("lina", "level=district")).doesNotContain(Personas.SUKASADA);
    }

    @Test
    void whoHasNoRegionIsOfferedNone() {
        assertThat(codes("gita", "level=district")).isEmpty();
    }

    @Test
    void isForThoseWhoSignedInAndKnowsItsLevels() {
        assertThat(http.withoutSession().get("/api/v1/regions").status()).isEqualTo(401);
        assertThat(http.as("citra").get("/api/v1/regions?level=planet").status())
                .isEqualTo(422);
    }

    private List<String> codes(String persona, String query) {
        return http.as(persona)
                .get("/api/v1/regions?" + query)
                .json()
                .get("items")
                .valueStream()
                .map(region -> region.get("code").asString())
                .toList();
    }
}
