package io.xunshi.platform.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTests {

    @ParameterizedTest
    @CsvSource({"张三,张＊＊", "欧阳一二三,欧＊＊", "A,A＊＊", "𠮷田,𠮷＊＊", "'',''"})
    void ofANameTheFirstCharacterStays(String name, String masked) {
        assertThat(Masked.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13812345678,＊＊78", "0371-12345678,＊＊78", "110,＊＊", "'',＊＊"})
    void ofAPhoneNumberTheLastTwoDigitsStay(String phone, String masked) {
        assertThat(Masked.phone(phone)).isEqualTo(masked);
    }
}
