package io.xunshi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvFileTests {

    @Test
    void aTextIsQuotedWhereItHasToBe() {
        assertThat(new CsvFile().row("书", "a,b", "他说\"好\"", 3).text())
                .isEqualTo("\uFEFF书,\"a,b\",\"他说\"\"好\"\"\",3\r\n");
    }

    @Test
    void aSpreadsheetReckonsWithNothingThatSomebodyTyped() {
        assertThat(new CsvFile().row("=1+1", "-2", "@x", -2).text()).isEqualTo("\uFEFF'=1+1,'-2,'@x,-2\r\n");
    }
}
