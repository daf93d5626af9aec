package io.xunshi.platform.custody.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.custody.domain.Recipe;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Yield bounds of processes. */
@Repository
public class RecipeRepository {
    private static final String IN_FORCE = """
            select distinct on (process, material) process, material, edition, min_loss_bp, max_loss_bp, source
            from custody.recipe where valid_from <= :day
            order by process, material, edition desc
            """;

    private final DatabaseClient database;

    RecipeRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those in force on a day, by process and material. */
    public Flux<Recipe> findAll(LocalDate day) {
        return database.sql(IN_FORCE)
                .bind("day", day)
                .map(RecipeRepository::recipe)
                .all();
    }

    /**
     * The nearest one in force; empty where the process has no bounds for it.
     *
     * @param path codes from the root of the material tree down to what goes in
     */
    public Mono<Recipe> find(ProcessKind process, List<String> path, LocalDate day) {
        return database.sql("select * from (" + IN_FORCE + """
                        ) as recipe
                        where process = :process and (material = '' or material = any(:path::text[]))
                        order by coalesce(array_position(:path::text[], material), 0) desc
                        limit 1
                        """)
                .bind("day", day)
                .bind("process", process.name())
                .bind("path", path.toArray(String[]::new))
                .map(RecipeRepository::recipe)
                .one();
    }

    private static Recipe recipe(Readable row) {
        return new Recipe(
                ProcessKind.valueOf(required(row, "process", String.class)),
                required(row, "material", String.class),
                required(row, "edition", Integer.class),
                required(row, "min_loss_bp", Integer.class),
                required(row, "max_loss_bp", Integer.class),
                required(row, "source", String.class));
    }
}
