package io.xunshi.platform.custody.domain;

import io.xunshi.platform.exchange.Source;

/** Custody models (监管链模式) in the words of ISO 22095, the strongest first. Book and claim has no parcels to stand on. */
public enum CustodyModel {
    /** 原样保持: all of it is of one origin. */
    IDENTITY_PRESERVED,
    /** 隔离: of several origins, all of which are known. */
    SEGREGATED,
    /** 受控混合: mixed with what is of unknown origin, in a share that is known. */
    CONTROLLED_BLENDING,
    /** 质量平衡: which of several parcels it came from was not looked at; the sums are right. */
    MASS_BALANCE;

    public boolean isStrongerThan(CustodyModel other) {
        return compareTo(other) < 0;
    }

    public CustodyModel weaker(CustodyModel other) {
        return other.isStrongerThan(this) ? this : other;
    }

    /** What a receipt bears: several households stand behind one of residents, nobody knows who behind a dealer's. */
    public static CustodyModel ofReceipt(Source source) {
        return switch (source) {
            case PRODUCTIVE_UNIT, OWN_PRODUCTION -> IDENTITY_PRESERVED;
            case RESIDENTS -> SEGREGATED;
            case OPERATOR -> MASS_BALANCE;
        };
    }

    /** Whether a receipt says where the material arose, and not only who had it before. */
    public static boolean isDocumented(Source source) {
        return source != Source.OPERATOR;
    }
}
