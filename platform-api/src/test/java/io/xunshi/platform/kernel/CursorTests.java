package io.xunshi.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {
    private static final Cursor CURSOR = new Cursor(
            Instant.parse("2026-11-23T08:00:00.123456Z"), UUID.fromString("019a5c00-0000-7000-8000-000000000001"));

    @Test
    void aCursorReadsBackAsItWasWritten() {
        assertThat(Cursor.decode(CURSOR.encode())).isEqualTo(CURSOR);
    }

    @Test
    void noCursorIsTheFirstPage() {
        assertThat(Cursor.decode(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "MS4y", "!!", "' or 1=1", "OTk5OTk5OTk5OTk5OTk5OTk5OS4xLjE", "翻页"})
    void anythingElseIsRefused(String notACursor) {
        assertThatThrownBy(() -> Cursor.decode(notACursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(KernelProblem.BAD_CURSOR));
    }

    @Test
    void onlyAFullPageHasANextOne() {
        var full = Page.ofOneMore(List.of(1, 2, 3), 2, item -> CURSOR);
        var last = Page.ofOneMore(List.of(1, 2), 2, item -> CURSOR);

        assertThat(full.items()).containsExactly(1, 2);
        assertThat(full.nextCursor()).isEqualTo(CURSOR.encode());
        assertThat(last.items()).containsExactly(1, 2);
        assertThat(last.nextCursor()).isNull();
    }
}
