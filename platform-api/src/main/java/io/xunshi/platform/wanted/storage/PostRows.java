package io.xunshi.platform.wanted.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.wanted.domain.PostRefusal;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.WantedPost.Refused;
import io.xunshi.platform.wanted.domain.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into wanted posts and back; the one place that knows both. */
final class PostRows {
    static final String COLUMNS = """
            post.id, post.account, post.state, post.words, post.description, post.category, post.answers::text as answers,
            post.max_price_fen, post.least_condition, post.district, post.within_km, post.last_day, post.rules, post.refusal,
            post.remark, post.version, post.posted_at, post.ends_at,
            (select count(*) from wanted.answer where answer.post_id = post.id) as answer_count""";

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private PostRows() {}

    static WantedPost post(Readable row) {
        return new WantedPost(
                required(row, "id", UUID.class),
                new AccountId(required(row, "account", UUID.class)),
                PostState.valueOf(required(row, "state", String.class)),
                wish(row),
                List.of(required(row, "rules", String[].class)),
                refused(row),
                required(row, "answer_count", Long.class),
                required(row, "version", Long.class),
                required(row, "posted_at", Instant.class),
                required(row, "ends_at", Instant.class));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, Wish wish) {
        var maxPrice = wish.maxPrice();
        return statement
                .bind("words", wish.words())
                .bind("description", wish.description())
                .bind("category", wish.categoryCode())
                .bind("answers", JsonMapper.shared().writeValueAsString(wish.answers()))
                .bind("maxPrice", Parameters.in(R2dbcType.BIGINT, maxPrice == null ? null : maxPrice.amount()))
                .bind("condition", Parameters.in(R2dbcType.VARCHAR, wish.leastCondition()))
                .bind("district", Parameters.in(R2dbcType.VARCHAR, wish.districtCode()))
                .bind("withinKm", Parameters.in(R2dbcType.INTEGER, wish.withinKm()))
                .bind("lastDay", wish.lastDay());
    }

    private static Wish wish(Readable row) {
        var maxPrice = row.get("max_price_fen", Long.class);
        return new Wish(
                required(row, "words", String.class),
                required(row, "description", String.class),
                required(row, "category", String.class),
                JsonMapper.shared().readValue(required(row, "answers", String.class), ANSWERS),
                maxPrice == null ? null : Money.fen(maxPrice),
                row.get("least_condition", String.class),
                row.get("district", String.class),
                row.get("within_km", Integer.class),
                required(row, "last_day", LocalDate.class));
    }

    private static @Nullable Refused refused(Readable row) {
        var reason = row.get("refusal", String.class);
        return reason == null ? null : new Refused(PostRefusal.valueOf(reason), required(row, "remark", String.class));
    }
}
