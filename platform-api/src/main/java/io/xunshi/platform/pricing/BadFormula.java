package io.xunshi.platform.pricing;

import java.util.List;

/** A formula that is none, with everything that is wrong with it. */
public final class BadFormula extends IllegalArgumentException {
    private final transient List<Fault> faults;

    BadFormula(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    static BadFormula at(String path, String rule) {
        return new BadFormula(List.of(new Fault(path, rule)));
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * @param path as in <code>references[0].series</code>; empty for the whole
     * @param rule the last part of a key of the module's texts, <code>pricing.field.&lt;rule&gt;</code>
     */
    public record Fault(String path, String rule) {}
}
