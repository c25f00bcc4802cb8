package id.tuntas.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HamletTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Banjar Dinas Kaja, Desa Panji|Banjar Dinas Kaja",
                "BR. DINAS KELOD KANGIN|Banjar Dinas KELOD KANGIN",
                "Br.Dinas Dauh Pura No. 5|Banjar Dinas Dauh Pura",
                "br tengah rt 3|Banjar tengah",
                "Dusun Munduk, Kec. Banjar|Dusun Munduk",
                "Jl. Melati 3, Lingkungan Penarukan|Lingkungan Penarukan",
                "Jalan Mawar 1|''",
                "''|''"
            })
    void isReadOutOfAnAddress(String address, String hamlet) {
        assertThat(Hamlet.in(address)).isEqualTo(hamlet);
    }
}
