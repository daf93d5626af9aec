package io.xunshi.platform.privacy.web;

import io.xunshi.platform.privacy.usecase.PersonalTexts;
import io.xunshi.platform.privacy.usecase.ReadPersonalData.Unfinished;
import java.util.Locale;

/** Something that has to be over before an erasure, in words. */
record HindranceResponse(String code, String text, long count) {

    static HindranceResponse of(Unfinished unfinished, PersonalTexts texts, Locale reader) {
        return new HindranceResponse(
                unfinished.code(), texts.text("hindrance." + unfinished.code(), reader), unfinished.count());
    }
}
