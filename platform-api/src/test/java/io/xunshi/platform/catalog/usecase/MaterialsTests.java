package io.xunshi.platform.catalog.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityAttribute;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the files say of materials is what the handbook counts, and what a machine reads of it is what is meant. */
class MaterialsTests {

    private final List<Material> tree = MaterialsOfTests.tree();

    @Test
    void thereAre178NodesBelow14Roots() {
        assertThat(tree).hasSize(178);
        assertThat(tree).filteredOn(material -> material.level() == 1).hasSize(14);
        assertThat(tree).allSatisfy(material -> assertThat(material.path()).hasSize(material.level()));
    }

    @Test
    void everyNodeStandsBehindItsParent() {
        var seen = new HashSet<String>();

        for (var material : tree) {
            if (material.parent() != null) {
                assertThat(seen).contains(material.parent());
            }
            seen.add(material.code());
        }
    }

    @Test
    void everyNodeHasAQualitySchemaWithSomethingThatALotMustState() {
        assertThat(tree)
                .allSatisfy(material -> assertThat(MaterialsOfTests.materials().quality(material.qualitySchema()))
                        .anyMatch(QualityAttribute::required));
    }

    @Test
    void hazardousMaterialsAndNoOthersHaveAWasteCode() {
        assertThat(tree)
                .allSatisfy(material -> assertThat(material.wasteCode().isEmpty())
                        .isNotEqualTo(material.licenceGate() == LicenceGate.HAZWASTE));
    }

    @Test
    void theLeastLotIsKeptInGrams() {
        assertThat(material("NF-CU-BB").minLotGrams()).isEqualTo(500_000);
        assertThat(material("NF-AL-ADC12").minLotGrams()).isEqualTo(30_000_000);
        assertThat(material("EV-PAX").minLotGrams()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "FE-RS-HRS101, inclusion_pct, 0.8, 0.9",
        "FE-RS-HRS101, tfe_pct, 93.0, 92.9",
        "FE-SC-201A, piece_kg, 40, 39",
        "FE-SC-201A, piece_kg, 1500, 1501"
    })
    void limitsOfTheStandardsCanBeChecked(String code, String attribute, BigDecimal within, BigDecimal beyond) {
        var bound = material(code).bounds().stream()
                .filter(one -> one.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();

        assertThat(bound.holds(within)).isTrue();
        assertThat(bound.holds(beyond)).isFalse();
    }

    @Test
    void whatIsWrittenForPeopleAloneIsNoBound() {
        assertThat(material("NF-AL-ZOR").limits()).contains("declared");
        assertThat(material("NF-AL-ZOR").bounds()).isEmpty();
        assertThat(material("NF-AL-UBC-B").bounds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Q-AL, al_pct, 98.5, true",
        "Q-AL, al_pct, 100.1, false",
        "Q-AL, al_pct, -1, false",
        "Q-AL, form, extrusion, true",
        "Q-AL, form, powder, false",
        "Q-AL, alloy_series, 6xxx, true",
        "Q-AL, alloy_series, 9xxx, false",
        "Q-FE, sealed_container, false, true",
        "Q-FE, sealed_container, true, false",
        "Q-PL, hazard_free, false, false",
        "Q-PA, grade, 4, true",
        "Q-PA, grade, 5, false",
        "Q-EV, vin, LSVAA4182E2184841, true",
        "Q-EV, vin, LSVAA4182, false"
    })
    void whatIsSaidOfQualityIsChecked(String schema, String attribute, String value, boolean accepted) {
        var asked = MaterialsOfTests.materials().quality(schema).stream()
                .filter(one -> one.code().equals(attribute))
                .findFirst()
                .orElseThrow();

        assertThat(asked.accepts(value)).isEqualTo(accepted);
    }

    private Material material(String code) {
        return tree.stream()
                .filter(material -> material.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
