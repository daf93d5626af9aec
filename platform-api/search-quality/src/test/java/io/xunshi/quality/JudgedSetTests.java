package io.xunshi.quality;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.quality.JudgedQuery.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JudgedSetTests {
    private static final Path JUDGEMENTS = Path.of("src/main/resources/set/judgements.txt");

    private final JudgedSet set = JudgedSet.load();

    @Test
    void itIsLargeEnough() {
        assertThat(set.queries()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(set.listings()).hasSizeGreaterThanOrEqualTo(600);
    }

    @Test
    void nothingIsThereTwice() {
        assertThat(set.queries()).extracting(JudgedQuery::id).doesNotHaveDuplicates();
        assertThat(set.queries()).extracting(JudgedQuery::words).doesNotHaveDuplicates();
        assertThat(set.listings()).extracting(JudgedListing::id).doesNotHaveDuplicates();
    }

    @Test
    void eachListingCouldBePublished() {
        assertThat(set.listings()).allMatch(Categories::allow);
    }

    @Test
    void forEachQueryThereIsWhatWasMeant() {
        assertThat(set.queries())
                .allSatisfy(query -> assertThat(set.gradesOf(query)).containsValue(3));
    }

    @Test
    void noQueryIsAnsweredByEverything() {
        assertThat(set.queries())
                .allSatisfy(query -> assertThat(set.gradesOf(query))
                        .hasSizeLessThan(set.listings().size() / 6));
    }

    @Test
    void eachKindOfQueryIsInBothHalvesAlike() {
        var byKind = set.queries().stream().collect(groupingBy(JudgedQuery::kind));

        assertThat(byKind.values())
                .allSatisfy(queries -> assertThat(queries.stream()
                                .filter(query -> query.half() == Half.TUNE)
                                .count())
                        .isEqualTo((queries.size() + 1) / 2));
    }

    @Test
    void theJudgementsFollowTheGuide() throws IOException {
        var judgements = String.join("\n", Judge.judgements()) + "\n";
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(JUDGEMENTS, judgements);
        }

        assertThat(JUDGEMENTS).hasContent(judgements);
    }
}
