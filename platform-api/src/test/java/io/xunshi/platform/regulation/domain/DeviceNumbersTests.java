package io.xunshi.platform.regulation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.DeviceNumber.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNumbersTests {
    private static final String IMEI = "356938035643809";

    @ParameterizedTest
    @ValueSource(strings = {IMEI, "35 693803 564380 9", "35-693803-564380-9", "３５６９３８０３５６４３８０９"})
    void anImeiIsTakenHoweverItIsTyped(String typed) {
        var written = DeviceNumbers.written(new DeviceNumber(Kind.IMEI, typed));

        assertThat(written.number()).isEqualTo(IMEI);
        assertThat(DeviceNumbers.faultsOf(List.of(written))).isEmpty();
    }

    @Test
    void everySingleWrongDigitIsFound() {
        for (int place = 0; place < IMEI.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != IMEI.charAt(place)) {
                    var wrong = IMEI.substring(0, place) + digit + IMEI.substring(place + 1);
                    assertThat(faultsOf(Kind.IMEI, wrong)).containsExactly("regulation.field.imei");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "35693803564380", "3569380356438090", "35693803564380x", "٣٥٦٩٣٨٠٣٥٦٤٣٨٠٩"})
    void whatIsNoImeiIsRefused(String typed) {
        assertThat(faultsOf(Kind.IMEI, typed)).containsExactly("regulation.field.imei");
    }

    @Test
    void aSerialNumberIsWrittenInCapitals() {
        assertThat(DeviceNumbers.written(new DeviceNumber(Kind.SERIAL, " c02x-l0thj gh5 "))
                        .number())
                .isEqualTo("C02X-L0THJGH5");
        assertThat(faultsOf(Kind.SERIAL, "a;drop table")).containsExactly("regulation.field.serial");
    }

    @Test
    void aNumberIsShownByItsEndAlone() {
        assertThat(new DeviceNumber(Kind.IMEI, IMEI)).hasToString("IMEI •••••••••••3809");
    }

    private static List<String> faultsOf(Kind kind, String typed) {
        return DeviceNumbers.faultsOf(List.of(DeviceNumbers.written(new DeviceNumber(kind, typed)))).stream()
                .map(FieldFault::rule)
                .toList();
    }
}
