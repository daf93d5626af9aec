package io.xunshi.platform.purpose;

/** What an officer may look at personal data for: a case, or a duty. */
public enum PurposeKind {
    /** 案件查办: has a case number. */
    INVESTIGATION(true),
    /** 协助公安、司法、纪检: has the number of the request. */
    ASSISTANCE(true),
    /** 投诉举报处理 */
    COMPLAINT(false),
    /** 日常监督检查 */
    INSPECTION(false),
    /** 主体登记与资质核查 */
    REGISTRATION(false);

    private final boolean isCase;

    PurposeKind(boolean isCase) {
        this.isCase = isCase;
    }

    /** Whether it has a number, and can forbid telling the person for now. */
    public boolean isCase() {
        return isCase;
    }
}
