package io.xunshi.platform.regulation;

/**
 * What a vehicle identification number says of all vehicles of its kind, and of no single one (GB 16735-2019).
 *
 * @param wmi 世界制造厂识别代号, the first three characters
 * @param yearCode the tenth character, which stands for the model year
 */
public record VinMarks(String wmi, char yearCode) {
    private static final int WMI_LENGTH = 3;
    private static final int YEAR_POSITION = 10;

    /** @param number a well-formed one */
    public static VinMarks of(String number) {
        return new VinMarks(number.substring(0, WMI_LENGTH), number.charAt(YEAR_POSITION - 1));
    }
}
