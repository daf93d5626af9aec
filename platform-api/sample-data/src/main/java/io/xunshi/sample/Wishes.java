package io.xunshi.sample;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.wanted.domain.Wish;
import io.xunshi.platform.wanted.usecase.PostWish;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people look for when the past ends. */
class Wishes {
    private static final int DAYS = 30;

    private static final List<Wanted> WANTED = List.of(
            new Wanted("儿童自行车 16 寸", "孩子刚学，旧一点没关系，刹车好用就行。", "bicycle", 200, "ZZ-JS", 5),
            new Wanted("实木书架", "宽 80 厘米以内，能放进书房转角。", "storage-furniture", 300, "ZZ-ZY", null),
            new Wanted("初中数学教辅", "人教版，做过几页也可以。", "textbook", 30, null, null),
            new Wanted("婴儿推车 可平躺", "要能折叠放进后备箱。", "stroller", 400, "ZZ-EQ", 10),
            new Wanted("洗衣机 滚筒", "租房用，8 公斤左右，最好能送货。", "washing-machine", 800, null, null),
            new Wanted("民谣吉他 入门", "初学，弦距不要太高。", "string-instrument", 350, null, null),
            new Wanted("露营天幕", "两三个人用的，杆子齐全。", "camping", null, null, null),
            new Wanted("电饭煲", "宿舍用，小一点的。", "small-appliance", 80, "ZZ-HJ", 5));

    private final PostWish postWish;

    Wishes(PostWish postWish) {
        this.postWish = postWish;
    }

    Mono<Void> happen(List<AccountId> residents, LocalDate today) {
        return Flux.range(0, WANTED.size())
                .concatMap(n -> postWish.post(
                        residents.get(n % residents.size()), WANTED.get(n).wish(today.plusDays(DAYS))))
                .then();
    }

    private record Wanted(
            String words,
            String description,
            String category,
            @Nullable Integer yuan,
            @Nullable String district,
            @Nullable Integer withinKm) {
        private static final int FEN = 100;

        Wish wish(LocalDate lastDay) {
            return new Wish(
                    words,
                    description,
                    category,
                    Map.of(),
                    yuan == null ? null : Money.fen((long) yuan * FEN),
                    null,
                    district,
                    withinKm,
                    lastDay);
        }
    }
}
