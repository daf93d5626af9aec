package io.xunshi.platform.exchange.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.domain.SheetCell;
import io.xunshi.platform.kernel.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as Excel in China writes them, and files that mean harm. */
class TableFileTests {
    private static final String TABLE = "自有编号,标题\r\nA-1,\"旧铝, 打包\"\r\n\r\nA-2,废铜\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void bothEncodingsAreReadAndRowsCountedAsASpreadsheetShowsThem(String charset) {
        var rows = TableFile.read(TABLE.getBytes(Charset.forName(charset)));

        assertThat(rows).extracting(TableRow::number).containsExactly(1, 2, 4);
        assertThat(texts(rows.get(1))).containsExactly("A-1", "旧铝, 打包");
    }

    @Test
    void theMarkOfUtf8IsNoneOfTheFirstHeading() {
        var rows = TableFile.read(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8));

        assertThat(texts(rows.getFirst())).containsExactly("自有编号", "标题");
    }

    @Test
    void aWorkbookIsReadWithItsGapsAndNumbers() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var workbook = new Workbook(bytes, "Excel", "16.0");
        var sheet = workbook.newWorksheet("货源");
        sheet.value(0, 0, "自有编号");
        sheet.value(0, 2, "数量(t)");
        sheet.value(2, 0, "A-1");
        sheet.value(2, 2, new BigDecimal("28.5"));
        workbook.newWorksheet("Notes").value(0, 0, "not read");
        workbook.finish();

        var rows = TableFile.read(bytes.toByteArray());

        assertThat(rows).extracting(TableRow::number).containsExactly(1, 3);
        assertThat(texts(rows.getLast())).containsExactly("A-1", "", "28.5");
    }

    @Test
    void whatInflatesWithoutEndIsRefusedEarly() throws IOException {
        var zip = zipped("xl/worksheets/sheet1.xml", new byte[100_000_000]);

        assertThat(zip.length).isLessThan(TableFile.BYTES_MAX);
        assertThat(problemOf(zip)).isEqualTo(ExchangeProblem.FILE_TOO_LONG);
    }

    /** The reader would make a list up to the column: this one is beyond two thousand million. */
    @ParameterizedTest
    @ValueSource(strings = {"FXSHRXW1", "KO1", "XFD1"})
    void aCellFarToTheRightIsRefusedBeforeThereIsRoomForIt(String address) throws IOException {
        assertThat(problemOf(workbook("<row><c r=\"%s\"/></row>".formatted(address))))
                .isEqualTo(ExchangeProblem.FILE_TOO_WIDE);
    }

    @Test
    void cellsWithoutAddressesAreCounted() throws IOException {
        assertThat(problemOf(workbook("<row>" + "<c/>".repeat(SheetBounds.COLUMNS_MAX + 1) + "</row>")))
                .isEqualTo(ExchangeProblem.FILE_TOO_WIDE);
        assertThat(TableFile.read(workbook("<row>" + "<c/>".repeat(SheetBounds.COLUMNS_MAX) + "</row>")))
                .isEmpty();
    }

    @Test
    void emptyRowsAreCounted() throws IOException {
        var row = "<row><c r=\"KN1\"/></row>";

        assertThat(TableFile.read(workbook(row.repeat(SheetBounds.ROWS_MAX)))).isEmpty();
        assertThat(problemOf(workbook(row.repeat(SheetBounds.ROWS_MAX + 1)))).isEqualTo(ExchangeProblem.FILE_TOO_LONG);
    }

    @Test
    void numbersAreReadAsTheSheetShowsThem() throws IOException {
        var rows = TableFile.read(workbook("""
                <row>
                  <c r="A1" s="1"><v>0.05</v></c>
                  <c r="B1" s="2"><v>3.5000000000000003E-2</v></c>
                  <c r="C1"><v>7.0000000000000007E-2</v></c>
                  <c r="D1" t="b"><v>1</v></c>
                  <c r="E1" t="b"><v>0</v></c>
                  <c r="F1"><f>A1*2</f><v>0.1</v></c>
                  <c r="G1" t="str"><f>"A"&amp;1</f><v>A1</v></c>
                  <c r="H1" t="inlineStr"><is><t>5</t></is></c>
                  <c r="I1" s="3"><v>5</v></c>
                  <c r="J1" t="e"><v>#N/A</v></c>
                </row>"""));

        assertThat(texts(rows.getFirst()))
                .containsExactly("5", "3.5", "0.07", "true", "false", "0.1", "A1", "5", "5", "#N/A");
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        var noise = new byte[1_000];
        RandomGenerator.of("L64X128MixRandom").nextBytes(noise);
        noise[0] = (byte) 0xFF;

        assertThat(problemOf(noise)).isEqualTo(ExchangeProblem.FILE_NOT_READABLE);
        assertThat(problemOf(zipped("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ExchangeProblem.FILE_NOT_READABLE);
        assertThat(problemOf(new byte[] {'P', 'K', 3, 4, 0})).isEqualTo(ExchangeProblem.FILE_NOT_READABLE);
    }

    @Test
    void moreRowsThanAnOrganisationMayOfferAreRefused() {
        var table = "head\n" + "row\n".repeat(TableFile.ROWS_MAX);

        assertThat(TableFile.read(table.getBytes(StandardCharsets.UTF_8))).hasSize(TableFile.ROWS_MAX + 1);
        assertThat(problemOf((table + "row\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ExchangeProblem.FILE_TOO_LONG);
    }

    private static Object problemOf(byte[] file) {
        return catchThrowableOfType(ProblemException.class, () -> TableFile.read(file))
                .problem();
    }

    private static List<String> texts(TableRow row) {
        return row.cells().stream().map(SheetCell::text).toList();
    }

    private static byte[] zipped(String name, byte[] content) throws IOException {
        return zipped(Map.of(name, content));
    }

    private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** As Excel makes one, with a preview; the styles of cells are 0 % of both kinds, and a percent sign for show. */
    private static byte[] workbook(String rows) throws IOException {
        return zipped(Map.of(
                "[Content_Types].xml",
                utf8("""
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                        </Types>"""),
                "xl/_rels/workbook.xml.rels",
                utf8("""
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                          <Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
                        </Relationships>"""),
                "xl/workbook.xml",
                utf8("""
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                          <sheets><sheet name="Lots" sheetId="1" r:id="rId1"/></sheets>
                        </workbook>"""),
                "xl/styles.xml",
                utf8("""
                        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                          <numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts>
                          <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
                        </styleSheet>"""),
                "xl/worksheets/sheet1.xml",
                utf8("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>"),
                "docProps/thumbnail.jpeg",
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
