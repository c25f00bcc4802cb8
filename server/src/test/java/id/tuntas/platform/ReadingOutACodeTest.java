package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingOutACodeTest {

    private static final String SIGNS = "23456789ABCDFGHJKMNPQRSTVWXYZ";

    static Stream<SpokenCode> codes() {
        return IntStream.range(0, 200).mapToObj(n -> SpokenCode.of(Hashes.sha256(new byte[] {(byte) n})));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isReadAsPeopleWriteIt(SpokenCode code) {
        String written = " " + code.text().toLowerCase().replace('-', ' ') + ".";

        assertThat(SpokenCode.parse(written)).contains(code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyWrongSignIsFound(SpokenCode code) {
        String signs = code.text().replace("-", "");
        for (int place = 0; place < signs.length(); place++) {
            for (char other : SIGNS.toCharArray()) {
                String wrong = signs.substring(0, place) + other + signs.substring(place + 1);
                assertThat(SpokenCode.parse(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals(signs));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyTwoSignsThatChangedPlacesAreFound(SpokenCode code) {
        String signs = code.text().replace("-", "");
        for (int one = 0; one < signs.length(); one++) {
            for (int two = one + 1; two < signs.length(); two++) {
                StringBuilder swapped = new StringBuilder(signs);
                swapped.setCharAt(one, signs.charAt(two));
                swapped.setCharAt(two, signs.charAt(one));
                assertThat(SpokenCode.parse(swapped.toString()).isPresent())
                        .as(swapped.toString())
                        .isEqualTo(swapped.toString().equals(signs));
            }
        }
    }

    @Test
    void nothingElseIsACode() {
        for (String written : new String[] {"", "7K4M", "O0I1-LEUO-000", "7K4M-92QX-H3D-7K4M"}) {
            assertThat(SpokenCode.parse(written)).as(written).isEmpty();
        }
    }
}
