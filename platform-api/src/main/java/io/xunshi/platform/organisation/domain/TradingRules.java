package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.GateVerdict.Allowed;
import io.xunshi.platform.organisation.GateVerdict.MissingLicence;
import io.xunshi.platform.organisation.GateVerdict.Reason;
import io.xunshi.platform.organisation.GateVerdict.Refused;
import io.xunshi.platform.organisation.GateVerdict.UsedLicence;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.OrganisationKind;
import io.xunshi.platform.organisation.OrganisationState;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.TradeSide;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who needs which licence, and whether they hold it. The law behind each line is in <code>
 * docs/decisions/trading-gate.md</code>.
 */
public final class TradingRules {
    /** 再生资源回收管理办法: file with the commerce office within thirty days of the business licence. */
    private static final int COMMERCE_FILING_DAYS = 30;

    /** 废旧金属收购业治安管理办法: file with the county's police within fifteen days. */
    private static final int POLICE_FILING_DAYS = 15;

    private TradingRules() {}

    /** May the organisation, with these licences, take the side? Nothing that one that was closed held counts. */
    public static GateVerdict judge(
            Material material,
            TradeSide side,
            OrganisationView organisation,
            Collection<Licence> everything,
            String area,
            Instant at) {
        return judge(
                needed(material.licenceGate(), side, organisation.kind()),
                material,
                organisation,
                everything,
                area,
                at,
                true);
    }

    /**
     * May the organisation, with these licences, invoice for natural persons who sell it this material (税务总局公告2024年第5号
     * art. 2)? A filing that it still has time for is none.
     */
    public static GateVerdict judgeReverseInvoicing(
            Material material, OrganisationView organisation, Collection<Licence> everything, Instant at) {
        var needed = EnumSet.of(LicenceKind.BUSINESS_LICENCE, ofReverseInvoicing(material.licenceGate()));
        return judge(needed, material, organisation, everything, organisation.areaCode(), at, false);
    }

    private static GateVerdict judge(
            Set<LicenceKind> all,
            Material material,
            OrganisationView organisation,
            Collection<Licence> everything,
            String area,
            Instant at,
            boolean withTimeToFile) {
        var licences = organisation.state() == OrganisationState.CLOSED ? List.<Licence>of() : everything;
        var used = new ArrayList<UsedLicence>();
        var missing = new ArrayList<MissingLicence>();
        for (var needed : all) {
            var held = held(needed, licences);
            var fitting = held.stream()
                    .filter(licence -> fault(licence, material, area, at).isEmpty())
                    .findFirst();
            fitting.ifPresent(licence -> used.add(used(licence)));
            if (fitting.isEmpty() && !(withTimeToFile && isStillTimeFor(needed, licences, at))) {
                missing.add(new MissingLicence(needed, reason(held, material, area, at)));
            }
        }
        return missing.isEmpty() ? new Allowed(used) : new Refused(missing);
    }

    private static LicenceKind ofReverseInvoicing(LicenceGate gate) {
        return switch (gate) {
            case HAZWASTE -> LicenceKind.HAZWASTE;
            case ELV -> LicenceKind.ELV;
            case NONE, FILING, FILING_AND_POLICE, WEEE, BATTERY, USED_CAR -> LicenceKind.COMMERCE_FILING;
        };
    }

    /** The licences that somebody needs on a side, the business licence first. */
    public static Set<LicenceKind> needed(LicenceGate gate, TradeSide side, OrganisationKind kind) {
        var needed = EnumSet.of(LicenceKind.BUSINESS_LICENCE);
        needed.addAll(
                switch (side) {
                    case BUYER -> ofBuyer(gate, kind);
                    case SELLER -> kind.isInTheTrade() ? ofTradingSeller(gate) : Set.of();
                    case CARRIER -> gate == LicenceGate.HAZWASTE ? Set.of(LicenceKind.HAZARDOUS_TRANSPORT) : Set.of();
                });
        return needed;
    }

    /**
     * The last day on which somebody may go without a filing that is due; empty where the kind is no filing or nothing
     * says since when they are in business.
     */
    public static Optional<LocalDate> dueBy(LicenceKind kind, Collection<Licence> licences) {
        return daysFor(kind)
                .flatMap(days -> licences.stream()
                        .filter(licence -> licence.kind() == LicenceKind.BUSINESS_LICENCE)
                        .filter(licence -> licence.state() == LicenceState.APPROVED)
                        .map(Licence::validFrom)
                        .min(Comparator.naturalOrder())
                        .map(since -> since.plusDays(days)));
    }

    private static Set<LicenceKind> ofBuyer(LicenceGate gate, OrganisationKind kind) {
        return switch (gate) {
            case NONE -> Set.of();
            case FILING -> Set.of(LicenceKind.COMMERCE_FILING);
            case FILING_AND_POLICE -> EnumSet.of(LicenceKind.COMMERCE_FILING, LicenceKind.POLICE_FILING);
            case HAZWASTE -> Set.of(LicenceKind.HAZWASTE);
            case ELV -> Set.of(LicenceKind.ELV);
            case WEEE -> Set.of(LicenceKind.WEEE);
            case BATTERY -> Set.of(LicenceKind.BATTERY);
            case USED_CAR -> kind.isInTheTrade() ? Set.of(LicenceKind.USED_CAR) : Set.of();
        };
    }

    /** Who collected electronics or batteries hands them on; only treating them takes the qualification. */
    private static Set<LicenceKind> ofTradingSeller(LicenceGate gate) {
        return switch (gate) {
            case NONE -> Set.of();
            case FILING, WEEE, BATTERY -> Set.of(LicenceKind.COMMERCE_FILING);
            case FILING_AND_POLICE -> EnumSet.of(LicenceKind.COMMERCE_FILING, LicenceKind.POLICE_FILING);
            case HAZWASTE -> Set.of(LicenceKind.HAZWASTE);
            case ELV -> Set.of(LicenceKind.ELV);
            case USED_CAR -> Set.of(LicenceKind.USED_CAR);
        };
    }

    private static boolean isStillTimeFor(LicenceKind needed, Collection<Licence> licences, Instant at) {
        return dueBy(needed, licences).filter(last -> !dayOf(at).isAfter(last)).isPresent();
    }

    private static Optional<Integer> daysFor(LicenceKind kind) {
        return switch (kind) {
            case COMMERCE_FILING -> Optional.of(COMMERCE_FILING_DAYS);
            case POLICE_FILING -> Optional.of(POLICE_FILING_DAYS);
            case BUSINESS_LICENCE, HAZWASTE, HAZARDOUS_TRANSPORT, ELV, WEEE, BATTERY, USED_CAR -> Optional.empty();
        };
    }

    private static List<Licence> held(LicenceKind kind, Collection<Licence> licences) {
        return licences.stream()
                .filter(licence -> licence.kind() == kind)
                .filter(licence ->
                        licence.state() == LicenceState.APPROVED || licence.state() == LicenceState.IN_REVIEW)
                .toList();
    }

    /** The reason of the licence that comes nearest to being enough. */
    private static Reason reason(List<Licence> held, Material material, String area, Instant at) {
        return held.stream()
                .map(licence -> fault(licence, material, area, at))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(TradingRules::distance))
                .orElse(Reason.NONE);
    }

    /** Why a licence is not enough; empty where it is. */
    private static Optional<Reason> fault(Licence licence, Material material, String area, Instant at) {
        var day = dayOf(at);
        if (licence.hasEnded(day)) {
            return Optional.of(Reason.EXPIRED);
        }
        if (!licence.isFor(material)) {
            return Optional.of(Reason.OUT_OF_SCOPE);
        }
        if (!licence.holdsAt(area)) {
            return Optional.of(Reason.OUT_OF_AREA);
        }
        if (!licence.isApproved(at)) {
            return Optional.of(Reason.IN_REVIEW);
        }
        return licence.hasBegun(day) ? Optional.empty() : Optional.of(Reason.NOT_YET_VALID);
    }

    private static int distance(Reason reason) {
        return switch (reason) {
            case IN_REVIEW -> 0;
            case NOT_YET_VALID -> 1;
            case OUT_OF_AREA -> 2;
            case OUT_OF_SCOPE -> 3;
            case EXPIRED -> 4;
            case NONE -> 5;
        };
    }

    private static UsedLicence used(Licence licence) {
        return new UsedLicence(licence.id(), licence.kind(), licence.number(), licence.validTo());
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, CityTime.ZONE);
    }
}
