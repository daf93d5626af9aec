package io.xunshi.platform.exchange.usecase;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.xunshi.platform.exchange.ExchangeProblem;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a sheet before anything makes room for it: the reader of workbooks keeps a place for every cell up to the
 * last one that a row names, wherever that is. It is parsed as the reader parses it, so that both stop at the same
 * fault.
 */
final class SheetBounds {
    /** More than all columns of lots and of any material's quality. */
    static final int COLUMNS_MAX = 300;

    /** Empty ones are rows, too, which spreadsheets leave behind where somebody has coloured them. */
    static final int ROWS_MAX = 10_000;

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,20})[0-9]{1,7}");
    private static final XMLInputFactory XML = xml();

    private int rows;
    private int column;
    private boolean isInRow;

    private SheetBounds() {}

    /**
     * Of a part of a workbook; what is no sheet passes.
     *
     * @throws io.xunshi.platform.kernel.ProblemException {@link ExchangeProblem#FILE_TOO_WIDE},
     *     {@link ExchangeProblem#FILE_TOO_LONG} or {@link ExchangeProblem#FILE_NOT_READABLE}
     */
    static void check(InputStream part) {
        try {
            new SheetBounds().check(XML.createXMLStreamReader(part));
        } catch (XMLStreamException end) {
            // A picture, or broken: the reader comes no further either.
        }
    }

    private void check(XMLStreamReader part) throws XMLStreamException {
        while (part.hasNext()) {
            var event = part.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                begin(part);
            } else if (event == XMLStreamReader.END_ELEMENT
                    && part.getLocalName().equals("row")) {
                isInRow = false;
            }
        }
    }

    private void begin(XMLStreamReader part) {
        switch (part.getLocalName()) {
            case "row" -> beginRow();
            case "c" -> checkCell(part.getAttributeValue(null, "r"));
            default -> {
                // Neither a row nor a cell.
            }
        }
    }

    private void beginRow() {
        isInRow = true;
        column = 0;
        rows++;
        if (rows > ROWS_MAX) {
            throw ExchangeProblem.FILE_TOO_LONG.raise(TableFile.ROWS_MAX);
        }
    }

    /** @param address where it is; without one it follows the cell before it */
    private void checkCell(@Nullable String address) {
        if (!isInRow) {
            return;
        }
        column = address == null ? column + 1 : columnOf(address);
        if (column > COLUMNS_MAX) {
            throw ExchangeProblem.FILE_TOO_WIDE.raise(COLUMNS_MAX);
        }
    }

    /** From 1; one beyond the last where it is further. */
    private static int columnOf(String address) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw ExchangeProblem.FILE_NOT_READABLE.raise();
        }
        return parts.group(1)
                .chars()
                .reduce(0, (before, letter) -> Math.min(before * 26 + letter - 'A' + 1, COLUMNS_MAX + 1));
    }

    private static XMLInputFactory xml() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
