package io.xunshi.platform.custody.domain;

/** What a batch takes of a parcel, in grams. */
public record Draw(Parcel parcel, long grams) {

    public long documented() {
        return parcel.documentedOf(grams);
    }
}
