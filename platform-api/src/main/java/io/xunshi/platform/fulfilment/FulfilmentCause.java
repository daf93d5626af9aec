package io.xunshi.platform.fulfilment;

/** What a step of a performance is put down to. */
public enum FulfilmentCause {
    SIGNED,
    LOAD_DISPATCHED,
    /** The seller sent nothing in time. */
    NOT_DISPATCHED,
    ALL_WEIGHED,
    /** Who has not weighed in time takes the other side's weights. */
    WEIGHING_OVER,
    /** Nobody has weighed anything in time. */
    NOTHING_CAME,
    SAMPLE_TAKEN,
    /** Nobody took a sample in time: the quality counts as it was agreed. */
    NOT_SAMPLED,
    /** The contract pays the same for any quality. */
    NOTHING_TO_READ,
    READINGS_AGREE,
    READINGS_APART,
    /** Who has not read in time takes the other side's readings. */
    READING_OVER,
    UMPIRE_HAS_READ,
    /** No umpire has read in time: the readings are split. */
    UMPIRE_OVER,
    BUYER_ACCEPTED,
    /** The buyer has said nothing in the time for it (民法典第六百二十一条). */
    INSPECTION_OVER,
    CLAIM_RAISED,
    CLAIM_AGREED,
    /** The seller has not answered in time, so what was claimed counts. */
    CLAIM_UNANSWERED,
    CLAIM_WITHDRAWN,
    CLAIM_DECIDED,
    /** Nobody has decided in time, so what the seller offered last counts. */
    CLAIM_UNDECIDED,
    FIGURES_FINAL,
    PAID
}
