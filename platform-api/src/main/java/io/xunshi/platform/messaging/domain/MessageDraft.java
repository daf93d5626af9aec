package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.media.PhotoId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What somebody is about to say: plain text in one written form, photos, or both. */
public record MessageDraft(String text, List<PhotoId> photos) {
    public static final int LENGTH_MAX = 1000;
    public static final int PHOTOS_MAX = 6;

    public MessageDraft {
        photos = List.copyOf(photos);
    }

    /** @throws io.xunshi.platform.kernel.ProblemException that names every wrong field */
    public static MessageDraft of(String typed, List<PhotoId> photos) {
        var text = Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
        var draft = new MessageDraft(text, List.copyOf(new LinkedHashSet<>(photos)));
        var faults = draft.faults();
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
        return draft;
    }

    private List<FieldFault> faults() {
        var faults = new ArrayList<FieldFault>();
        if (text.isEmpty() && photos.isEmpty()) {
            faults.add(new FieldFault("text", "messaging.field.nothing-said"));
        }
        if (text.codePointCount(0, text.length()) > LENGTH_MAX) {
            faults.add(new FieldFault("text", "messaging.field.too-long"));
        }
        if (!text.codePoints().allMatch(MessageDraft::isPlain)) {
            faults.add(new FieldFault("text", "messaging.field.control-characters"));
        }
        if (photos.size() > PHOTOS_MAX) {
            faults.add(new FieldFault("photoIds", "messaging.field.too-many-photos"));
        }
        return List.copyOf(faults);
    }

    /** Lines may be broken; what turns the direction of writing round may not be there. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> (character < 0x202A || character > 0x202E) && (character < 0x2066 || character > 0x2069);
        };
    }
}
