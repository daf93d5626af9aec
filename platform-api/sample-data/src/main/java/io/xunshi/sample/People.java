package io.xunshi.sample;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.usecase.OpenAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Those who trade, and a login for each role, two for moderators and regulators: appeals and grave cases need another
 * one.
 */
class People {
    static final int COUNT = 120;
    static final String ADMINISTRATOR = "admin@xunshi.example";

    /** The contact of the demo point. */
    static final String POINT = "point@xunshi.example";

    /** The contact of who owns the demo recycler. */
    static final String RECYCLER = "member@xunshi.example";

    /** The contact of the demo school's librarian. */
    static final String SCHOOL = "school@xunshi.example";

    static final String PASSWORD = "xunshi-zhengzhou";
    private static final int AT_ONCE = 8;

    /** The first two are residents who trade like everybody else: whoever tries the platform finds things of theirs. */
    private static final List<DemoAccount> DEMO_ACCOUNTS = List.of(
            demo(Role.RESIDENT, "lin@xunshi.example", "小林的闲置"),
            demo(Role.RESIDENT, "chen@xunshi.example", "陈师傅"),
            demo(Role.ORGANISATION_MEMBER, RECYCLER, "绿源再生 王经理"),
            demo(Role.ORGANISATION_MEMBER, SCHOOL, "育才小学图书角"),
            demo(Role.ORGANISATION_MEMBER, "weigher@xunshi.example", "绿源再生 司磅员"),
            demo(Role.ORGANISATION_MEMBER, "finance@xunshi.example", "绿源再生 财务"),
            demo(Role.ORGANISATION_MEMBER, "smelter@xunshi.example", "豫铝熔铸 赵采购"),
            demo(Role.ORGANISATION_MEMBER, "smelter2@xunshi.example", "新科再生铝 钱采购"),
            demo(Role.ORGANISATION_MEMBER, "dealer@xunshi.example", "金商贸易 孙经理"),
            demo(Role.ORGANISATION_MEMBER, "mill@xunshi.example", "中牟纸业 周采购"),
            demo(Role.ORGANISATION_MEMBER, "luoyang@xunshi.example", "洛阳铝业 吴采购"),
            demo(Role.ORGANISATION_MEMBER, "hongtai@xunshi.example", "鸿泰物资 郑经理"),
            demo(Role.ORGANISATION_MEMBER, "shengda@xunshi.example", "盛达商贸 冯经理"),
            demo(Role.ORGANISATION_MEMBER, "yuantong@xunshi.example", "源通再生 陈经理"),
            demo(Role.POINT_OPERATOR, POINT, "金水寄卖点"),
            demo(Role.POINT_OPERATOR, "point2@xunshi.example", "二七寄卖点"),
            demo(Role.POINT_OPERATOR, "point3@xunshi.example", "郑东寄卖点"),
            demo(Role.MODERATOR, "moderator@xunshi.example", "平台审核员"),
            demo(Role.MODERATOR, "moderator2@xunshi.example", "平台复核员"),
            demo(Role.REGULATOR, "regulator@xunshi.example", "商务局 监管员"),
            demo(Role.REGULATOR, "regulator2@xunshi.example", "商务局 复核员"),
            demo(Role.ADMINISTRATOR, ADMINISTRATOR, "平台管理员"));

    /** Who owns the yards and works that trade among themselves: nobody signs in as one of them. */
    private static final List<DemoAccount> TRADERS = Stream.concat(Firms.YARDS.stream(), Firms.WORKS.stream())
            .map(contact -> demo(Role.ORGANISATION_MEMBER, contact, "经办人"))
            .toList();

    private final OpenAccount openAccount;
    private final @Nullable Path demoAccountsFile;

    People(OpenAccount openAccount, @Value("${xunshi.demo-accounts-file:#{null}}") @Nullable Path demoAccountsFile) {
        this.openAccount = openAccount;
        this.demoAccountsFile = demoAccountsFile;
    }

    /**
     * Opens the accounts of {@link #COUNT} residents, whose place in the list is their number, and those of the
     * officers.
     */
    Mono<List<AccountId>> settle() {
        return openAccount
                .hashOf(PASSWORD)
                .flatMap(hash -> Flux.fromIterable(everybody())
                        .flatMapSequential(
                                person -> openAccount.openIdentified(
                                        Contact.parse(person.contact()), person.displayName(), hash, rolesOf(person)),
                                AT_ONCE)
                        .filter(account -> account.roles().contains(Role.RESIDENT))
                        .map(Account::id)
                        .collectList());
    }

    /** Tells the launcher how to sign in, in a file that only its owner can read. */
    void writeDemoAccounts() {
        if (demoAccountsFile == null) {
            return;
        }
        try {
            Files.deleteIfExists(demoAccountsFile);
            Files.createFile(
                    demoAccountsFile,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(demoAccountsFile, JsonMapper.shared().writeValueAsBytes(DEMO_ACCOUNTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DemoAccount> everybody() {
        var everybody = new ArrayList<>(DEMO_ACCOUNTS);
        everybody.addAll(TRADERS);
        var residents = DEMO_ACCOUNTS.stream()
                .filter(account -> account.role() == Role.RESIDENT)
                .count();
        IntStream.range(0, COUNT - Math.toIntExact(residents))
                .mapToObj(n -> demo(Role.RESIDENT, "139%08d".formatted(27_100_000 + 37 * n), Wording.displayName(n)))
                .forEach(everybody::add);
        return everybody;
    }

    private static Set<Role> rolesOf(DemoAccount person) {
        return Set.of(person.role());
    }

    private static DemoAccount demo(Role role, String contact, String displayName) {
        return new DemoAccount(role, contact, PASSWORD, displayName);
    }

    /** As the launcher reads it. */
    record DemoAccount(Role role, String contact, String password, String displayName) {}
}
