package io.xunshi.platform.organisation.domain;

import static io.xunshi.platform.organisation.LicenceKind.BATTERY;
import static io.xunshi.platform.organisation.LicenceKind.BUSINESS_LICENCE;
import static io.xunshi.platform.organisation.LicenceKind.COMMERCE_FILING;
import static io.xunshi.platform.organisation.LicenceKind.HAZWASTE;
import static io.xunshi.platform.organisation.LicenceKind.POLICE_FILING;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.usecase.MaterialsOfTests;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.GateVerdict.Allowed;
import io.xunshi.platform.organisation.GateVerdict.MissingLicence;
import io.xunshi.platform.organisation.GateVerdict.Reason;
import io.xunshi.platform.organisation.GateVerdict.Refused;
import io.xunshi.platform.organisation.GateVerdict.UsedLicence;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationKind;
import io.xunshi.platform.organisation.OrganisationState;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.TradeArea;
import io.xunshi.platform.organisation.TradeSide;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who needs which licence for what, and when a licence is not enough. */
class TradingRulesTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant APPROVED = Instant.parse("2026-11-01T00:00:00Z");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final String GONGYI = "ZZ-GY";

    private static final Material EXTRUSIONS = MaterialsOfTests.material("NF-AL-EXT-O");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SH-BOOK     | BUYER   | RECYCLER  |
                    SH-BOOK     | SELLER  | DEALER    |
                    PA-OCC      | BUYER   | PROCESSOR | COMMERCE_FILING
                    PA-OCC      | BUYER   | GENERATOR | COMMERCE_FILING
                    PA-OCC      | SELLER  | RECYCLER  | COMMERCE_FILING
                    PA-OCC      | SELLER  | GENERATOR |
                    NF-AL-EXT-O | BUYER   | PROCESSOR | COMMERCE_FILING POLICE_FILING
                    NF-AL-EXT-O | BUYER   | DEALER    | COMMERCE_FILING POLICE_FILING
                    NF-AL-EXT-O | SELLER  | RECYCLER  | COMMERCE_FILING POLICE_FILING
                    NF-AL-EXT-O | SELLER  | PROCESSOR |
                    NF-AL-EXT-O | CARRIER | CARRIER   |
                    NF-AL-ADC12 | BUYER   | PROCESSOR |
                    NF-PB-LAB   | BUYER   | PROCESSOR | HAZWASTE
                    NF-PB-LAB   | SELLER  | RECYCLER  | HAZWASTE
                    NF-PB-LAB   | SELLER  | GENERATOR |
                    NF-PB-LAB   | CARRIER | CARRIER   | HAZARDOUS_TRANSPORT
                    EV-PAX      | BUYER   | RECYCLER  | ELV
                    EV-PAX      | SELLER  | GENERATOR |
                    EV-ASM      | SELLER  | RECYCLER  | ELV
                    WE-01       | BUYER   | RECYCLER  | WEEE
                    WE-01       | SELLER  | RECYCLER  | COMMERCE_FILING
                    WE-01       | SELLER  | GENERATOR |
                    BA-PACK     | BUYER   | PROCESSOR | BATTERY
                    BA-PACK     | SELLER  | DEALER    | COMMERCE_FILING
                    SH-CAR      | BUYER   | DEALER    | USED_CAR
                    SH-CAR      | BUYER   | CARRIER   |
                    SH-CAR      | SELLER  | DEALER    | USED_CAR
                    SH-CAR      | SELLER  | GENERATOR |
                    """)
    void eachSideNeedsItsLicencesAndTheBusinessLicence(
            String code, TradeSide side, OrganisationKind kind, @Nullable String licences) {
        var needed = TradingRules.needed(MaterialsOfTests.material(code).licenceGate(), side, kind);

        assertThat(needed).isEqualTo(expected(licences));
    }

    @Test
    void everyGateOfTheFileIsOneThatTheRulesKnow() {
        var gates = MaterialsOfTests.tree().stream().map(Material::licenceGate).collect(Collectors.toSet());

        assertThat(gates).containsExactlyInAnyOrder(LicenceGate.values());
    }

    @ParameterizedTest
    @EnumSource(LicenceGate.class)
    void whoHoldsAllThatIsNeededMayAndWhoLacksAnyOfItMayNot(LicenceGate gate) {
        var material = MaterialsOfTests.tree().stream()
                .filter(one -> one.licenceGate() == gate)
                .findFirst()
                .orElseThrow();
        for (var side : TradeSide.values()) {
            for (var kind : OrganisationKind.values()) {
                var needed = TradingRules.needed(gate, side, kind);
                var all = needed.stream()
                        .map(one -> licence(one, material.path().getFirst()))
                        .toList();

                assertThat(judge(material, side, kind, all)).isInstanceOf(Allowed.class);
                for (var lacking : all) {
                    var rest = all.stream().filter(one -> one != lacking).toList();
                    assertThat(judge(material, side, kind, rest))
                            .isEqualTo(new Refused(List.of(new MissingLicence(lacking.kind(), Reason.NONE))));
                }
            }
        }
    }

    @Test
    void whatLetsSomebodyTradeIsNamed() {
        var business = licence(BUSINESS_LICENCE);
        var commerce = licence(COMMERCE_FILING, "NF");
        var police = licence(POLICE_FILING, "NF");

        var verdict = judge(EXTRUSIONS, TradeSide.BUYER, OrganisationKind.DEALER, List.of(business, commerce, police));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Allowed.class,
                        allowed -> assertThat(allowed.licences())
                                .extracting(UsedLicence::id)
                                .containsExactly(business.id(), commerce.id(), police.id()));
    }

    @Test
    void aLicenceForTheClassIsOneForEveryGradeOfItAndForNothingElse() {
        assertThat(reasonWith(licence(HAZWASTE, "NF-PB"))).isEmpty();
        assertThat(reasonWith(licence(HAZWASTE, "NF-PB-LAB"))).isEmpty();
        assertThat(reasonWith(licence(HAZWASTE, "NF-AL"))).containsExactly(Reason.OUT_OF_SCOPE);
        assertThat(reasonWith(licence(HAZWASTE, "NF-PB-SFT"))).containsExactly(Reason.OUT_OF_SCOPE);
    }

    @Test
    void aLicenceHoldsFromItsFirstDayToTheEndOfItsLastInTheCity() {
        var once = of(HAZWASTE, List.of("NF"), List.of(GONGYI), TODAY, TODAY);

        assertThat(reasonAt(once, Instant.parse("2026-11-26T15:59:59Z"))).containsExactly(Reason.NOT_YET_VALID);
        assertThat(reasonAt(once, Instant.parse("2026-11-26T16:00:00Z"))).isEmpty();
        assertThat(reasonAt(once, Instant.parse("2026-11-27T15:59:59.999Z"))).isEmpty();
        assertThat(reasonAt(once, Instant.parse("2026-11-27T16:00:00Z"))).containsExactly(Reason.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "ZZ-GY, ZZ-GY, true",
        "ZZ-GY, ZZ-XM, false",
        "ZZ-GY, OUTSIDE, false",
        "CITY, ZZ-XM, true",
        "CITY, OUTSIDE, false",
        "OUTSIDE, OUTSIDE, true",
        "EVERYWHERE, OUTSIDE, true",
        "EVERYWHERE, ZZ-GY, true"
    })
    void aLicenceHoldsWhereItSays(String area, String place, boolean holds) {
        assertThat(TradeArea.covers(List.of(area), place)).isEqualTo(holds);
    }

    @Test
    void oneLicenceHasToDoAllOfItAlone() {
        var elsewhere = of(HAZWASTE, List.of("NF"), List.of("ZZ-XM"), LONG_AGO, null);
        var forOthers = of(HAZWASTE, List.of("FE"), List.of(GONGYI), LONG_AGO, null);

        assertThat(reasonWith(elsewhere, forOthers)).containsExactly(Reason.OUT_OF_AREA);
    }

    @Test
    void aRenewalThatIsInReviewIsWhatIsSaidOfOneThatEnded() {
        var ended = of(HAZWASTE, List.of("NF"), List.of(GONGYI), LONG_AGO, TODAY.minusDays(1));
        var renewal = inReview(of(HAZWASTE, List.of("NF"), List.of(GONGYI), TODAY, null));

        assertThat(reasonWith(ended)).containsExactly(Reason.EXPIRED);
        assertThat(reasonWith(ended, renewal)).containsExactly(Reason.IN_REVIEW);
    }

    @Test
    void aRenewalBesideTheOldOneLeavesNoGap() {
        var old = of(HAZWASTE, List.of("NF"), List.of(GONGYI), LONG_AGO, TODAY);
        var renewal = of(HAZWASTE, List.of("NF"), List.of(GONGYI), TODAY.plusDays(1), null);

        for (var hours = 0; hours < 48; hours++) {
            assertThat(reasonsAt(NOW.plusSeconds(3600L * hours), old, renewal)).isEmpty();
        }
    }

    @Test
    void whatWasApprovedLaterDidNotCountBefore() {
        var licence = licence(HAZWASTE, "NF");

        assertThat(reasonAt(licence, APPROVED.minusSeconds(1))).containsExactly(Reason.IN_REVIEW);
    }

    @Test
    void filingsAreDueDaysAfterTheBusinessBegan() {
        var young = of(BUSINESS_LICENCE, List.of(), List.of(), TODAY, null);

        assertThat(TradingRules.dueBy(COMMERCE_FILING, List.of(young))).contains(TODAY.plusDays(30));
        assertThat(TradingRules.dueBy(POLICE_FILING, List.of(young))).contains(TODAY.plusDays(15));
        assertThat(TradingRules.dueBy(BATTERY, List.of(young))).isEmpty();
        assertThat(TradingRules.dueBy(POLICE_FILING, List.of())).isEmpty();
    }

    @Test
    void untilItIsDueNobodyIsAskedForAFiling() {
        var young = of(BUSINESS_LICENCE, List.of(), List.of(), TODAY, null);
        var renewed = of(BUSINESS_LICENCE, List.of(), List.of(), TODAY.plusDays(14), null);

        assertThat(missingOn(TODAY.plusDays(15), young, renewed)).isEmpty();
        assertThat(missingOn(TODAY.plusDays(16), young, renewed)).containsExactly(POLICE_FILING);
        assertThat(missingOn(TODAY.plusDays(31), young, renewed)).containsExactly(COMMERCE_FILING, POLICE_FILING);
    }

    @Test
    void whatAClosedOrganisationHeldCountsNoMore() {
        var closed = organisation(OrganisationKind.GENERATOR, OrganisationState.CLOSED);

        var verdict = TradingRules.judge(
                EXTRUSIONS, TradeSide.SELLER, closed, List.of(licence(BUSINESS_LICENCE)), GONGYI, NOW);

        assertThat(verdict).isEqualTo(new Refused(List.of(new MissingLicence(BUSINESS_LICENCE, Reason.NONE))));
    }

    @ParameterizedTest
    @CsvSource({
        "NF-AL-EXT-O, COMMERCE_FILING",
        "PA-OCC, COMMERCE_FILING",
        "NF-PB-LAB, HAZWASTE",
        "EV-PAX, ELV",
        "WE-01, COMMERCE_FILING"
    })
    void whoInvoicesForPeopleNeedsWhatTheAnnouncementNamesForTheMaterial(String material, LicenceKind needed) {
        var of = MaterialsOfTests.material(material);
        var held = licence(needed, of.code());

        assertThat(mayInvoiceForPeople(of, OrganisationState.ACTIVE, longHeld(BUSINESS_LICENCE), held))
                .isTrue();
        assertThat(mayInvoiceForPeople(of, OrganisationState.ACTIVE, longHeld(BUSINESS_LICENCE)))
                .isFalse();
        assertThat(mayInvoiceForPeople(of, OrganisationState.ACTIVE, held)).isFalse();
        assertThat(mayInvoiceForPeople(of, OrganisationState.ACTIVE, longHeld(BUSINESS_LICENCE), inReview(held)))
                .isFalse();
        assertThat(mayInvoiceForPeople(of, OrganisationState.CLOSED, longHeld(BUSINESS_LICENCE), held))
                .isFalse();
    }

    @Test
    void whoStillHasTimeToFileTradesAndDoesNotInvoiceForPeople() {
        var founded = new Licence(
                UUID.randomUUID(),
                BUSINESS_LICENCE,
                "1",
                List.of(),
                List.of(),
                TODAY.minusDays(3),
                null,
                LicenceState.APPROVED,
                APPROVED);

        assertThat(judge(EXTRUSIONS, TradeSide.BUYER, OrganisationKind.RECYCLER, List.of(founded)))
                .isInstanceOf(Allowed.class);
        assertThat(mayInvoiceForPeople(EXTRUSIONS, OrganisationState.ACTIVE, founded))
                .isFalse();
    }

    @Test
    void aFilingThatEndedYesterdayIsNoneToday() {
        var held = of(COMMERCE_FILING, List.of("NF"), List.of(TradeArea.CITY), LONG_AGO, TODAY);
        var ended = of(COMMERCE_FILING, List.of("NF"), List.of(TradeArea.CITY), LONG_AGO, TODAY.minusDays(1));

        assertThat(mayInvoiceForPeople(EXTRUSIONS, OrganisationState.ACTIVE, longHeld(BUSINESS_LICENCE), held))
                .isTrue();
        assertThat(mayInvoiceForPeople(EXTRUSIONS, OrganisationState.ACTIVE, longHeld(BUSINESS_LICENCE), ended))
                .isFalse();
    }

    private static boolean mayInvoiceForPeople(Material material, OrganisationState state, Licence... held) {
        var verdict = TradingRules.judgeReverseInvoicing(
                material, organisation(OrganisationKind.RECYCLER, state), List.of(held), NOW);
        return verdict instanceof Allowed;
    }

    private static Set<LicenceKind> expected(@Nullable String licences) {
        var expected = EnumSet.of(BUSINESS_LICENCE);
        if (licences != null) {
            Stream.of(licences.split(" ")).map(LicenceKind::valueOf).forEach(expected::add);
        }
        return expected;
    }

    private static List<LicenceKind> missingOn(LocalDate day, Licence... held) {
        var at = day.atTime(10, 0).toInstant(java.time.ZoneOffset.ofHours(8));
        var verdict = TradingRules.judge(
                EXTRUSIONS,
                TradeSide.BUYER,
                organisation(OrganisationKind.RECYCLER, OrganisationState.ACTIVE),
                List.of(held),
                GONGYI,
                at);
        return missing(verdict).stream().map(MissingLicence::kind).toList();
    }

    /** What keeps a smelter from buying lead-acid batteries in Gongyi. */
    private static List<Reason> reasonWith(Licence... held) {
        return reasonsAt(NOW, held);
    }

    private static List<Reason> reasonAt(Licence held, Instant at) {
        return reasonsAt(at, held);
    }

    private static List<Reason> reasonsAt(Instant at, Licence... held) {
        var verdict = TradingRules.judge(
                MaterialsOfTests.material("NF-PB-LAB"),
                TradeSide.BUYER,
                organisation(OrganisationKind.PROCESSOR, OrganisationState.ACTIVE),
                Stream.concat(Stream.of(longHeld(BUSINESS_LICENCE)), Arrays.stream(held))
                        .toList(),
                GONGYI,
                at);
        return missing(verdict).stream().map(MissingLicence::reason).toList();
    }

    private static List<MissingLicence> missing(GateVerdict verdict) {
        return verdict instanceof Refused refused ? refused.missing() : List.of();
    }

    private static GateVerdict judge(Material material, TradeSide side, OrganisationKind kind, List<Licence> licences) {
        return TradingRules.judge(material, side, organisation(kind, OrganisationState.ACTIVE), licences, GONGYI, NOW);
    }

    private static OrganisationView organisation(OrganisationKind kind, OrganisationState state) {
        return new OrganisationView(
                new OrganisationId(new UUID(0, 1)), "巩义再生", "91410181MA44XXXX0X", kind, state, GONGYI, "巩义市");
    }

    private static Licence longHeld(LicenceKind kind) {
        return new Licence(
                UUID.randomUUID(),
                kind,
                "1",
                List.of(),
                List.of(),
                LONG_AGO,
                null,
                LicenceState.APPROVED,
                Instant.EPOCH);
    }

    private static Licence licence(LicenceKind kind, String... materials) {
        return of(kind, List.of(materials), List.of(TradeArea.CITY), LONG_AGO, null);
    }

    private static Licence of(
            LicenceKind kind, List<String> materials, List<String> areas, LocalDate from, @Nullable LocalDate to) {
        return new Licence(
                UUID.randomUUID(), kind, "豫 2026-001", materials, areas, from, to, LicenceState.APPROVED, APPROVED);
    }

    private static Licence inReview(Licence licence) {
        return new Licence(
                licence.id(),
                licence.kind(),
                licence.number(),
                licence.materials(),
                licence.areas(),
                licence.validFrom(),
                licence.validTo(),
                LicenceState.IN_REVIEW,
                null);
    }
}
