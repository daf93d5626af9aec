package io.xunshi.platform.custody.domain;

/** What is done to material (工序). */
public enum ProcessKind {
    /** 分选. */
    SORTING,
    /** 破碎, 剪切. */
    SHREDDING,
    /** 打包. */
    BALING,
    /** 熔炼. */
    MELTING,
    /** 清洗. */
    WASHING,
    /** 拆解. */
    DISMANTLING
}
