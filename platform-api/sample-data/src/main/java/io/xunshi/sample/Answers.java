package io.xunshi.sample;

import io.xunshi.platform.catalog.Attribute;
import io.xunshi.platform.catalog.Category;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What a seller answers to the questions that a category asks, read out of the title where it says so. */
final class Answers {
    private static final Pattern CAPACITY = Pattern.compile("(64|128|256|512)G");
    private static final Pattern SIZE = Pattern.compile("\\b(XXL|XL|S|M|L)\\b|([0-9]{2})码|\\b(3[4-9]|4[0-6])\\b");
    private static final Pattern APPLE = Pattern.compile("iPhone|苹果|MacBook|iMac|Apple|AirPods|iPad");

    private Answers() {}

    /** Answers to all required questions, and to some of the others. */
    static Map<String, String> to(Category category, String title, RandomGenerator random) {
        var answers = new TreeMap<String, String>();
        for (var question : category.attributes()) {
            if (question.required() || random.nextInt(3) > 0) {
                var answer = to(question, title, random);
                if (question.accepts(answer)) {
                    answers.put(question.code(), answer);
                }
            }
        }
        return answers;
    }

    private static String to(Attribute question, String title, RandomGenerator random) {
        return switch (question.code()) {
            case "brand" -> brandOf(title);
            case "model" -> modelOf(title);
            case "size" -> first(SIZE, title, "均码");
            case "storage_gb" -> first(CAPACITY, title, "128");
            case "battery_v" -> title.contains("48V") ? "48" : "60";
            case "year", "made_year" -> String.valueOf(2014 + random.nextInt(11));
            case "floor" -> String.valueOf(1 + random.nextInt(18));
            case "weight_kg" -> String.valueOf(20 + 5 * random.nextInt(14));
            case "mileage_km" -> String.valueOf(500 + 10 * random.nextInt(4_000));
            case "length_cm", "width_cm", "height_cm" -> String.valueOf(40 + 5 * random.nextInt(30));
            case "volumes" -> String.valueOf(1 + random.nextInt(12));
            case "age_months" -> String.valueOf(6 * random.nextInt(8));
            default ->
                switch (question.type()) {
                    case BOOLEAN -> String.valueOf(random.nextInt(4) > 0);
                    case CHOICE ->
                        question.choices()
                                .get(random.nextInt(question.choices().size()))
                                .code();
                    case NUMBER, YEAR, TEXT -> "";
                };
        };
    }

    private static String brandOf(String title) {
        return APPLE.matcher(title).find() ? "Apple" : title.split("[ 0-9]", 2)[0];
    }

    private static String modelOf(String title) {
        var words = title.split(" ", 2);
        return words.length == 2 ? words[1] : title;
    }

    private static String first(Pattern pattern, String title, String otherwise) {
        var match = pattern.matcher(title);
        return match.find() ? match.group().replaceAll("[G码]", "") : otherwise;
    }
}
