package org.intercomjira.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void rowsEndAsTheStandardHasItAndTheFileSaysThatItIsUtf8() {
        assertThat(Csv.of(List.of(List.of("a", "b"), List.of("ä", "1")))).isEqualTo("\uFEFFa,b\r\nä,1\r\n");
    }

    @Test
    void whatWouldBreakARowIsQuoted() {
        assertThat(line("a,b", "say \"yes\"", "two\nlines", "two\r\nlines", "plain")).isEqualTo("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",\"two\r\nlines\",plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://evil.example\")"})
    void whatASpreadsheetWouldCalculateIsText(String formula) {
        assertThat(line(formula).replace("\"\"", "\"")).contains("'" + formula);
    }

    @Test
    void aFormulaBehindACarriageReturnIsTextToo() {
        assertThat(line("\r=1")).isEqualTo("\"'\r=1\"");
    }

    @Test
    void quotesAroundAFormulaDoNotHideIt() {
        assertThat(line("=1,2")).isEqualTo("\"'=1,2\"");
    }

    @Test
    void anEmptyCellStaysEmpty() {
        assertThat(line("", null, "a-b")).isEqualTo(",,a-b");
    }

    private static String line(String... cells) {
        String text = Csv.of(List.of(Arrays.asList(cells)));
        return text.substring(1, text.length() - 2);
    }
}
