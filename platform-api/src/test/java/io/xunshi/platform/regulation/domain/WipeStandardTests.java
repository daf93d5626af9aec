package io.xunshi.platform.regulation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.regulation.WipeDeclaration;
import io.xunshi.platform.regulation.WipeDeclaration.Medium;
import io.xunshi.platform.regulation.WipeDeclaration.Method;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WipeStandardTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest(name = "{0} of a {1} medium, {2} passes: {3}")
    @CsvSource({
        "OVERWRITE, SEMICONDUCTOR, 1,",
        "OVERWRITE, SEMICONDUCTOR, , regulation.field.passes",
        "OVERWRITE, SEMICONDUCTOR, 0, regulation.field.passes",
        "OVERWRITE, MAGNETIC, 3,",
        "OVERWRITE, MAGNETIC, 2, regulation.field.passes-magnetic",
        "BLOCK_ERASE, SEMICONDUCTOR, ,",
        "BLOCK_ERASE, MAGNETIC, , regulation.field.no-blocks",
        "BLOCK_ERASE, SEMICONDUCTOR, 1, regulation.field.passes",
        "NO_STORAGE, SEMICONDUCTOR, ,"
    })
    void aMethodFitsItsMedium(Method method, Medium medium, @Nullable Integer passes, @Nullable String fault) {
        var faults =
                WipeStandard.faultsOf(new WipeDeclaration(method, medium, passes, "Blancco", TODAY, null, true), TODAY);

        if (fault == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).extracting(FieldFault::rule).containsExactly(fault);
        }
    }

    @Test
    void nobodysDataAreDestroyedWithoutTheirConsent() {
        var wipe = new WipeDeclaration(
                Method.BLOCK_ERASE, Medium.SEMICONDUCTOR, null, "设置", TODAY.plusDays(1), "abc", false);

        assertThat(WipeStandard.faultsOf(wipe, TODAY))
                .extracting(FieldFault::field)
                .containsExactly("consent", "wipedOn", "reportSha256");
    }
}
