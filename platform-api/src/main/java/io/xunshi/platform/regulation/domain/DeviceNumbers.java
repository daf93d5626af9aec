package io.xunshi.platform.regulation.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.regulation.DeviceNumber;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How numbers of devices are written and when they can be right. */
public final class DeviceNumbers {
    /** Two cards, and the serial number. */
    private static final int NUMBERS_MAX = 3;

    private static final Pattern IMEI = Pattern.compile("\\d{15}");
    /** Makers' codes, year and running number; of another length on older certificates. */
    private static final Pattern VEHICLE_SERIAL = Pattern.compile("[A-Z0-9]{10,17}");

    private static final Pattern SERIAL = Pattern.compile("[A-Z0-9][A-Z0-9/-]{4,29}");

    private DeviceNumbers() {}

    /** In the written form: no blanks, capital letters, half width. */
    public static DeviceNumber written(DeviceNumber typed) {
        var plain = Normalizer.normalize(typed.number(), Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        return new DeviceNumber(
                typed.kind(), typed.kind() == DeviceNumber.Kind.SERIAL ? plain : plain.replaceAll("[-/]", ""));
    }

    /** @param numbers in the written form */
    public static List<FieldFault> faultsOf(List<DeviceNumber> numbers) {
        var faults = new ArrayList<FieldFault>();
        if (numbers.isEmpty() || numbers.size() > NUMBERS_MAX) {
            faults.add(new FieldFault("numbers", "regulation.field.number-count"));
        }
        var seen = new HashSet<DeviceNumber>();
        for (int i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            var field = "numbers[%d].number".formatted(i);
            var fault = faultOf(number, field);
            if (fault.isPresent()) {
                faults.add(fault.get());
            } else if (!seen.add(number)) {
                faults.add(new FieldFault(field, "regulation.field.number-twice"));
            }
        }
        return List.copyOf(faults);
    }

    /** @param number in the written form */
    public static Optional<FieldFault> faultOf(DeviceNumber number, String field) {
        return isValid(number)
                ? Optional.empty()
                : Optional.of(new FieldFault(
                        field,
                        "regulation.field."
                                + number.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static boolean isValid(DeviceNumber number) {
        return switch (number.kind()) {
            case IMEI -> IMEI.matcher(number.number()).matches() && hasLuhnDigit(number.number());
            case SERIAL -> SERIAL.matcher(number.number()).matches();
            case VIN -> VinNumbers.isValid(number.number());
            case VEHICLE_SERIAL -> VEHICLE_SERIAL.matcher(number.number()).matches();
        };
    }

    /** ISO/IEC 7812-1: every second digit from the right doubled, its digits added. */
    private static boolean hasLuhnDigit(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
