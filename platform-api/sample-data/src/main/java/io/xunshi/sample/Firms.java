package io.xunshi.sample;

import static io.xunshi.platform.organisation.LicenceKind.BUSINESS_LICENCE;
import static io.xunshi.platform.organisation.LicenceKind.COMMERCE_FILING;
import static io.xunshi.platform.organisation.LicenceKind.HAZWASTE;
import static io.xunshi.platform.organisation.LicenceKind.POLICE_FILING;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.media.Documents;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationKind;
import io.xunshi.platform.organisation.TradeArea;
import io.xunshi.platform.organisation.domain.Organisation;
import io.xunshi.platform.organisation.domain.Paper;
import io.xunshi.platform.organisation.domain.Paper.Said;
import io.xunshi.platform.organisation.usecase.FoundOrganisation;
import io.xunshi.platform.organisation.usecase.FoundOrganisation.Founding;
import io.xunshi.platform.organisation.usecase.FoundOrganisation.Whereabouts;
import io.xunshi.platform.organisation.usecase.HandInLicence;
import io.xunshi.platform.organisation.usecase.InvitePeople;
import io.xunshi.platform.organisation.usecase.RecordControl;
import io.xunshi.platform.organisation.usecase.ReviewLicences;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who trades scrap: a recycler in Gongyi, two smelters and a paper mill in the city, a smelter in Luoyang, a dealer
 * whom the recycler controls, three dealers who trade with each other alone, and four yards that sell to four works.
 * Each has what it needs for its trade; some papers wait for an officer or end soon.
 */
class Firms {
    /** The contacts of who owns the works. */
    static final String SMELTER = "smelter@xunshi.example";

    static final String SECOND_SMELTER = "smelter2@xunshi.example";
    static final String LUOYANG = "luoyang@xunshi.example";

    /** The contacts of who owns the dealers that pass goods round. */
    static final List<String> ROUND_TRADERS =
            List.of("hongtai@xunshi.example", "shengda@xunshi.example", "yuantong@xunshi.example");

    /** The contacts of who owns the yards that sell extrusions week after week. */
    static final List<String> YARDS =
            List.of("yard1@xunshi.example", "yard2@xunshi.example", "yard3@xunshi.example", "yard4@xunshi.example");

    /** The contacts of who owns the works that buy them. */
    static final List<String> WORKS =
            List.of("works1@xunshi.example", "works2@xunshi.example", "works3@xunshi.example", "works4@xunshi.example");

    private static final LocalDate IN_BUSINESS_SINCE = LocalDate.of(2019, 5, 20);
    private static final int SOON_OVER_DAYS = 20;
    private static final int CONTROL_BASIS_POINTS = 8_000;
    private static final List<String> METALS = List.of("FE", "NF");

    private static final List<Firm> FIRMS = List.of(
            new Firm(
                    People.RECYCLER,
                    "巩义市绿源再生资源有限公司",
                    "91410181MA44100013",
                    OrganisationKind.RECYCLER,
                    "ZZ-GY",
                    "回郭镇工业路 1 号",
                    List.of("FE", "NF", "PA", "PL")),
            new Firm(
                    SMELTER,
                    "荥阳豫铝熔铸有限公司",
                    "91410182MA4410002L",
                    OrganisationKind.PROCESSOR,
                    "ZZ-XY",
                    "乔楼镇铝业大道 8 号",
                    METALS),
            new Firm(
                    SECOND_SMELTER,
                    "新密新科再生铝有限公司",
                    "91410183MA44100036",
                    OrganisationKind.PROCESSOR,
                    "ZZ-XM",
                    "超化镇创业路 16 号",
                    METALS),
            new Firm(
                    "dealer@xunshi.example",
                    "郑州金商贸易有限公司",
                    "91410105MA4410004A",
                    OrganisationKind.DEALER,
                    "ZZ-JS",
                    "花园路 59 号",
                    METALS),
            new Firm(
                    "mill@xunshi.example",
                    "中牟河畔纸业有限公司",
                    "91410122MA44100051",
                    OrganisationKind.PROCESSOR,
                    "ZZ-ZM",
                    "大孟镇造纸路 3 号",
                    List.of("PA")),
            new Firm(LUOYANG, "洛阳铝都再生有限公司", "91410300MA4410006J", OrganisationKind.PROCESSOR, null, "河南省洛阳市", METALS),
            new Firm(
                    ROUND_TRADERS.get(0),
                    "郑州鸿泰物资有限公司",
                    "91410103MA4410007N",
                    OrganisationKind.DEALER,
                    "ZZ-EQ",
                    "大学路 21 号",
                    METALS),
            new Firm(
                    ROUND_TRADERS.get(1),
                    "郑州盛达商贸有限公司",
                    "91410104MA44100088",
                    OrganisationKind.DEALER,
                    "ZZ-GC",
                    "航海东路 88 号",
                    METALS),
            new Firm(
                    ROUND_TRADERS.get(2),
                    "郑州源通再生资源有限公司",
                    "91410108MA44100095",
                    OrganisationKind.DEALER,
                    "ZZ-HJ",
                    "开元路 5 号",
                    METALS),
            new Firm(
                    YARDS.get(0),
                    "巩义鑫源再生资源有限公司",
                    "91410181MA44100114",
                    OrganisationKind.RECYCLER,
                    "ZZ-GY",
                    "康店镇物流路 6 号",
                    METALS),
            new Firm(
                    YARDS.get(1),
                    "新密众合物资回收有限公司",
                    "91410183MA44100124",
                    OrganisationKind.RECYCLER,
                    "ZZ-XM",
                    "来集镇环保路 2 号",
                    METALS),
            new Firm(
                    YARDS.get(2),
                    "登封嵩山再生资源有限公司",
                    "91410185MA44100134",
                    OrganisationKind.RECYCLER,
                    "ZZ-DF",
                    "告成镇工业路 9 号",
                    METALS),
            new Firm(
                    YARDS.get(3),
                    "中牟永泰废旧金属回收有限公司",
                    "91410122MA4410014Y",
                    OrganisationKind.RECYCLER,
                    "ZZ-ZM",
                    "官渡镇产业大道 15 号",
                    METALS),
            new Firm(
                    WORKS.get(0),
                    "荥阳恒通铝业有限公司",
                    "91410182MA4410015Y",
                    OrganisationKind.PROCESSOR,
                    "ZZ-XY",
                    "崔庙镇工业园 3 号",
                    METALS),
            new Firm(
                    WORKS.get(1),
                    "新密兴业铝材有限公司",
                    "91410183MA4410016G",
                    OrganisationKind.PROCESSOR,
                    "ZZ-XM",
                    "大隗镇铝材路 7 号",
                    METALS),
            new Firm(
                    WORKS.get(2),
                    "新郑中原熔铸有限公司",
                    "91410184MA44100172",
                    OrganisationKind.PROCESSOR,
                    "ZZ-XZ",
                    "辛店镇工业路 12 号",
                    METALS),
            new Firm(
                    WORKS.get(3),
                    "巩义明盛铝合金有限公司",
                    "91410181MA4410018R",
                    OrganisationKind.PROCESSOR,
                    "ZZ-GY",
                    "站街镇铝城大道 20 号",
                    METALS));

    private final FoundOrganisation foundOrganisation;
    private final HandInLicence handInLicence;
    private final ReviewLicences reviewLicences;
    private final InvitePeople invitePeople;
    private final RecordControl recordControl;
    private final Documents documents;
    private final Accounts accounts;
    private final Map<String, OrganisationId> joined = new ConcurrentHashMap<>();

    Firms(
            FoundOrganisation foundOrganisation,
            HandInLicence handInLicence,
            ReviewLicences reviewLicences,
            InvitePeople invitePeople,
            RecordControl recordControl,
            Documents documents,
            Accounts accounts) {
        this.foundOrganisation = foundOrganisation;
        this.handInLicence = handInLicence;
        this.reviewLicences = reviewLicences;
        this.invitePeople = invitePeople;
        this.recordControl = recordControl;
        this.documents = documents;
        this.accounts = accounts;
    }

    /** They register, and an officer checks their papers. */
    Mono<Void> join() {
        return account(People.ADMINISTRATOR)
                .flatMap(officer -> Flux.fromIterable(FIRMS)
                        .concatMap(firm -> join(firm, officer))
                        .then(employ("weigher@xunshi.example", MemberRole.WEIGHER))
                        .then(employ("finance@xunshi.example", MemberRole.FINANCE))
                        .then(Mono.defer(() -> control(officer, FIRMS.getFirst(), FIRMS.get(3)))));
    }

    /** What is on an officer's desk today. */
    Mono<Void> apply() {
        var dealer = FIRMS.get(3);
        return account(dealer.owner())
                .flatMap(owner -> handIn(owner, dealer, HAZWASTE, List.of("NF-PB"), null))
                .then(account(People.RECYCLER))
                .flatMap(owner -> handIn(owner, FIRMS.getFirst(), POLICE_FILING, METALS, null))
                .then();
    }

    private Mono<Void> join(Firm firm, AccountId officer) {
        return account(firm.owner())
                .flatMap(owner -> foundOrganisation
                        .found(owner, firm.founding())
                        .map(Organisation::view)
                        .doOnNext(organisation -> joined.put(firm.owner(), organisation.id()))
                        .thenMany(papers(owner, firm))
                        .concatMap(paper ->
                                reviewLicences.decide(officer, paper.licence().id(), null))
                        .then());
    }

    private Flux<Paper> papers(AccountId owner, Firm firm) {
        var isMetal = firm.materials().containsAll(METALS);
        var soonOver = firm.owner().equals(People.RECYCLER)
                ? LocalDate.now(CityTime.ZONE).plusDays(SOON_OVER_DAYS)
                : null;
        return Flux.concat(
                Flux.defer(() -> handIn(owner, firm, BUSINESS_LICENCE, List.of(), null)),
                Flux.defer(() -> handIn(owner, firm, COMMERCE_FILING, firm.materials(), null)),
                Flux.defer(() -> isMetal ? handIn(owner, firm, POLICE_FILING, METALS, soonOver) : Mono.empty()));
    }

    private Mono<Paper> handIn(
            AccountId owner, Firm firm, LicenceKind kind, List<String> materials, @Nullable LocalDate until) {
        var said = new Said(
                kind,
                firm.numberOf(kind),
                officeOf(kind),
                materials,
                kind.isScoped() ? List.of(TradeArea.EVERYWHERE) : List.of(),
                IN_BUSINESS_SINCE,
                until);
        return documents
                .add(owner, said.number() + ".pdf", page(said))
                .flatMap(file -> handInLicence.handIn(owner, organisation(firm.owner()), said, file.id()));
    }

    private Mono<Void> employ(String contact, MemberRole role) {
        return account(People.RECYCLER)
                .flatMap(
                        owner -> invitePeople.invite(owner, organisation(People.RECYCLER), contact, Set.of(role), null))
                .flatMap(invited -> account(contact).flatMap(person -> invitePeople.join(person, invited.code())))
                .then();
    }

    /** Of two of {@link #ROUND_TRADERS} it turns out what they have in common, after they have traded. */
    Mono<Void> disclose() {
        var traders = FIRMS.stream()
                .filter(firm -> ROUND_TRADERS.contains(firm.owner()))
                .toList();
        return account(People.ADMINISTRATOR).flatMap(officer -> control(officer, traders.getFirst(), traders.get(1)));
    }

    private Mono<Void> control(AccountId officer, Firm holding, Firm held) {
        var said = new RecordControl.Said(
                held.creditCode(), true, CONTROL_BASIS_POINTS, "国家企业信用信息公示系统 股东信息", IN_BUSINESS_SINCE, null);
        return account(holding.owner())
                .flatMap(owner -> recordControl.declare(owner, organisation(holding.owner()), said))
                .flatMap(known -> recordControl.decide(officer, known.link().id(), true))
                .then();
    }

    /** Where the organisation of an owner is, who is in the city. */
    static String districtOf(String owner) {
        return FIRMS.stream()
                .filter(firm -> firm.owner().equals(owner))
                .map(Firm::district)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Does something in the name of the organisation that somebody founded. */
    <T> Mono<T> actingFor(String owner, BiFunction<AccountId, OrganisationId, Mono<T>> deed) {
        return account(owner).flatMap(person -> deed.apply(person, organisation(owner)));
    }

    private OrganisationId organisation(String owner) {
        return Objects.requireNonNull(joined.get(owner), owner);
    }

    private Mono<AccountId> account(String contact) {
        return accounts.findByContact(contact).map(AccountView::id);
    }

    private static String officeOf(LicenceKind kind) {
        return switch (kind) {
            case BUSINESS_LICENCE -> "市场监督管理局";
            case COMMERCE_FILING -> "商务局";
            case POLICE_FILING -> "公安局";
            case HAZWASTE -> "生态环境厅";
            case HAZARDOUS_TRANSPORT, ELV, WEEE, BATTERY, USED_CAR -> "主管部门";
        };
    }

    /** A page that says what it is; fonts for Chinese are not in every reader. */
    private static byte[] page(Said said) {
        var text = "BT /F1 22 Tf 72 760 Td (SAMPLE DOCUMENT) Tj 0 -40 Td (%s) Tj 0 -30 Td (since %s) Tj ET"
                .formatted(said.kind().name().replace('_', ' ').toLowerCase(Locale.ROOT), said.validFrom());
        return """
                %%PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
                4 0 obj<</Length %d>>stream
                %s
                endstream endobj
                5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
                trailer<</Root 1 0 R>>
                %%%%EOF
                """.formatted(text.length(), text).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Who takes part.
     *
     * @param owner the contact of who founds it
     * @param district null outside the city
     * @param materials what it is filed for
     */
    private record Firm(
            String owner,
            String name,
            String creditCode,
            OrganisationKind kind,
            @Nullable String district,
            String place,
            List<String> materials) {
        Founding founding() {
            return new Founding(name, creditCode, kind, new Whereabouts(district, place, "值班经理", "0371-64350000"));
        }

        String numberOf(LicenceKind licence) {
            return licence == BUSINESS_LICENCE
                    ? creditCode
                    : "SAMPLE-%s-%s".formatted(licence, creditCode.substring(13, 17));
        }
    }
}
