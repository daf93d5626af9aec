package io.xunshi.platform.exchange;

/** Where material came from: the tax office, the police and the statistics ask for it (再生资源回收管理办法). */
public enum Source {
    /** 生产性单位: a works, a building site, a power company; they certify what they sell. */
    PRODUCTIVE_UNIT,
    /** 居民: households and the people who collect from them. */
    RESIDENTS,
    /** 同业: another recycler, off this platform. */
    OPERATOR,
    /** 自产: left over from the organisation's own production. */
    OWN_PRODUCTION
}
