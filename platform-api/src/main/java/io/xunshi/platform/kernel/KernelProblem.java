package io.xunshi.platform.kernel;

/** What can be refused wherever a list is read page by page. */
public enum KernelProblem implements ProblemCode {
    BAD_CURSOR("kernel.bad-cursor");

    private final String code;

    KernelProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemCategory category() {
        return ProblemCategory.INVALID;
    }
}
