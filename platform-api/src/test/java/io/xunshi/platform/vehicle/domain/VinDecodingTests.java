package io.xunshi.platform.vehicle.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.usecase.CatalogOfTests;
import io.xunshi.platform.regulation.VinMarks;
import io.xunshi.platform.vehicle.DecodedVin;
import io.xunshi.platform.vehicle.Discrepancy;
import io.xunshi.platform.vehicle.Vin;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VinDecodingTests {
    private static final int THIS_YEAR = 2026;
    private static final int DRAWS = 2_000;
    private static final Catalog CATALOG = CatalogOfTests.catalog();

    @Test
    void everyYearComesBackFromItsCharacterWhenTheStatedYearIsNear() {
        var random = new Random(30);
        for (int draw = 0; draw < DRAWS; draw++) {
            var year = random.nextInt(1980, THIS_YEAR + 2);
            var stated = year + random.nextInt(-14, 15);

            assertThat(ModelYears.resolve(ModelYears.codeOf(year), stated, THIS_YEAR))
                    .as("%d stated as %d", year, stated)
                    .hasValue(year);
        }
    }

    @ParameterizedTest
    @CsvSource({"J, 2018", "9, 2009", "A, 2010", "Y, 2000", "V, 2027", "W, 1998"})
    void aCharacterAloneMeansTheLatestYearThatCanBe(char code, int year) {
        assertThat(ModelYears.resolve(code, null, THIS_YEAR)).hasValue(year);
    }

    @ParameterizedTest
    @CsvSource({"0", "U", "Z", "I", "O", "Q"})
    void someCharactersStandForNoYear(char code) {
        assertThat(ModelYears.resolve(code, 2018, THIS_YEAR)).isEmpty();
    }

    @Test
    void anyNumberIsDecodedWithoutFailingAndWhatIsNotKnownIsLeftOut() {
        var random = new Random(16737);
        for (int draw = 0; draw < DRAWS; draw++) {
            var number = Vin.any(random);
            var decoded = VinDecoding.decode(VinMarks.of(number), Map.of(), CATALOG, THIS_YEAR);

            assertThat(decoded.wmi()).isEqualTo(number.substring(0, 3));
            assertThat(decoded.makerZh() == null).isEqualTo(decoded.makerEn() == null);
            assertThat(number.startsWith("L")).isEqualTo("CN".equals(decoded.country()));
            assertThat(VinDecoding.discrepancies(decoded, Map.of(), List.of(), List.of(), CATALOG))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"LSV, 上汽大众, CN", "LRW, 特斯拉（上海）, CN", "LGX, 比亚迪, CN", "LZZ, , CN", "WBA, 宝马, DE", "KMH, , KR", "99A, , "
    })
    void theFirstThreeCharactersNameTheMakerOrAtLeastTheCountry(String wmi, String maker, String country) {
        var decoded = VinDecoding.decode(new VinMarks(wmi, 'J'), Map.of(), CATALOG, THIS_YEAR);

        assertThat(decoded).isEqualTo(new DecodedVin(wmi, maker, decoded.makerEn(), country, 2018));
    }

    @ParameterizedTest
    @CsvSource({
        "LSV, 大众, 2018, ",
        "LSV, 上汽大众 Polo, 2019, ",
        "LSV, Volkswagen, 2017, ",
        "LSV, 丰田, 2018, BRAND",
        "LSV, 大众, 2015, YEAR",
        "LSV, 大众, 2022, YEAR",
        "LZZ, 随便什么, 2018, "
    })
    void whatIsStatedOtherwiseIsNoticed(String wmi, String brand, String year, Discrepancy noticed) {
        var stated = Map.of("brand", brand, "year", year);
        var decoded = VinDecoding.decode(new VinMarks(wmi, 'J'), stated, CATALOG, THIS_YEAR);

        assertThat(VinDecoding.discrepancies(decoded, stated, List.of(), List.of(), CATALOG))
                .isEqualTo(noticed == null ? Set.of() : Set.of(noticed));
    }
}
