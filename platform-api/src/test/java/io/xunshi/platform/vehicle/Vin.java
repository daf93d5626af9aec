package io.xunshi.platform.vehicle;

import io.xunshi.platform.regulation.domain.VinNumbers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Vehicle identification numbers that tests make up. */
public final class Vin {
    private static final String CHARACTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static final AtomicInteger NEXT = new AtomicInteger(100_000);

    private Vin() {}

    /** One that no other vehicle of this run has: of a Volkswagen from Shanghai, model year 2018. */
    public static String next() {
        return checked("LSVAA4180J2" + NEXT.getAndIncrement());
    }

    /** Any that is well formed. */
    public static String any(RandomGenerator random) {
        var number = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            number.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return checked(number.toString());
    }

    /** The same with the check digit that belongs to it. */
    public static String checked(String number) {
        return number.substring(0, 8) + VinNumbers.checkDigitOf(number) + number.substring(9);
    }
}
