package io.xunshi.platform.invoicing.domain;

import java.util.UUID;

/**
 * An invoice in a batch, with its match table as it was then.
 *
 * @param subject the invoice of a deal, or the purchase
 * @param number with the code before it where it has one
 * @param isExported it is in the document
 */
public record BatchRow(UUID subject, SubjectKind kind, String number, boolean isExported, FlowTable flows) {

    /** What is in a batch. */
    public enum SubjectKind {
        DEAL,
        DEAL_RED_LETTER,
        /** 反向开票. */
        REVERSE,
        REVERSE_RED_LETTER;

        public boolean isRedLetter() {
            return this == DEAL_RED_LETTER || this == REVERSE_RED_LETTER;
        }
    }
}
