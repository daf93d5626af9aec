package io.xunshi.platform.privacy.storage;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs what modules declare about their tables. The statements are theirs; that they run here is what lets an erasure
 * be one transaction over all of them.
 */
@Repository
public class PersonalTables {
    private static final String CIPHER = "_cipher";
    private static final String ERASED_WORDS = "（对方已注销，内容已删除）";
    private static final String HIDDEN = "•••";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;
    private final PersonalText personalText;

    PersonalTables(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    /** The person's rows of a select, by the names of its columns; what is encrypted stands there as dots. */
    public Flux<Map<String, Object>> rows(String select, AccountId person) {
        return read(select, person, cipher -> HIDDEN);
    }

    /** The same with what is encrypted in plain words. */
    public Flux<Map<String, Object>> rowsInClear(String select, AccountId person) {
        return read(select, person, personalText::decrypt);
    }

    public Mono<Long> count(String select, AccountId person) {
        return number("select count(*) from (" + select + ") as shown", person);
    }

    /** The one number of a select. */
    public Mono<Long> number(String select, AccountId person) {
        return database.sql(select)
                .bind("account", person.value())
                .mapValue(Long.class)
                .one();
    }

    /** The one answer of a select. */
    public Mono<Boolean> isTrue(String select, AccountId person) {
        return database.sql(select)
                .bind("account", person.value())
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    public Flux<UUID> ids(String select, AccountId person) {
        return database.sql(select)
                .bind("account", person.value())
                .mapValue(UUID.class)
                .all();
    }

    public Mono<Void> change(String statement, AccountId person) {
        return database.sql(statement).bind("account", person.value()).then();
    }

    /** @param photos those of the person's that stay */
    public Mono<Void> erase(String statement, AccountId person, Instant at, List<UUID> photos) {
        var bound = database.sql(statement).bind("account", person.value());
        bound = where(statement, ":at", bound, spec -> spec.bind("at", at));
        bound = where(statement, ":photos", bound, spec -> spec.bind("photos", photos.toArray(UUID[]::new)));
        return where(
                        statement,
                        ":erasedWords",
                        bound,
                        spec -> spec.bind("erasedWords", personalText.encrypt(ERASED_WORDS)))
                .then();
    }

    private static GenericExecuteSpec where(String statement, String place, GenericExecuteSpec spec, Binding binding) {
        return statement.contains(place) ? binding.on(spec) : spec;
    }

    private Flux<Map<String, Object>> read(String select, AccountId person, Function<byte[], String> opened) {
        return database.sql(select)
                .bind("account", person.value())
                .map((row, metadata) -> shown(row, metadata, opened))
                .all();
    }

    private static Map<String, Object> shown(Row row, RowMetadata metadata, Function<byte[], String> opened) {
        var shown = new LinkedHashMap<String, Object>();
        for (ColumnMetadata column : metadata.getColumnMetadatas()) {
            var name = column.getName();
            var value = name.endsWith(CIPHER) ? opened(row, name, opened) : readable(row.get(name));
            if (value != null) {
                shown.put(name.replace(CIPHER, ""), value);
            }
        }
        return shown;
    }

    private static @Nullable Object opened(Row row, String name, Function<byte[], String> opened) {
        var cipher = row.get(name, byte[].class);
        return cipher == null ? null : opened.apply(cipher);
    }

    private static @Nullable Object readable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Json json -> JSON.readTree(json.asString());
            case OffsetDateTime time -> time.toInstant().toString();
            case Object[] several ->
                List.of(several).stream().map(String::valueOf).toList();
            case Number number -> number;
            case Boolean answer -> answer;
            default -> value.toString();
        };
    }

    @FunctionalInterface
    private interface Binding {
        GenericExecuteSpec on(GenericExecuteSpec spec);
    }
}
