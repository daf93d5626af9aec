package io.xunshi.platform.organisation;

/** Documents without which an organisation may not trade everything. */
public enum LicenceKind {
    /** 营业执照; everybody needs it. */
    BUSINESS_LICENCE,
    /** 再生资源回收经营者备案, at the commerce office. */
    COMMERCE_FILING,
    /** 公安备案 of buyers of scrap metal. */
    POLICE_FILING,
    /** 危险废物经营许可证. */
    HAZWASTE,
    /** 道路危险货物运输许可证. */
    HAZARDOUS_TRANSPORT,
    /** 报废机动车回收拆解资质. */
    ELV,
    /** 废弃电器电子产品处理资格. */
    WEEE,
    /** 新能源汽车动力电池综合利用. */
    BATTERY,
    /** 二手车经销备案. */
    USED_CAR;

    /**
     * Whether it says for which materials and where it holds; the business licence holds for all that is asked of it.
     */
    public boolean isScoped() {
        return this != BUSINESS_LICENCE;
    }
}
