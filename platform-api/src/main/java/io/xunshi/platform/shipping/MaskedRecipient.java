package io.xunshi.platform.shipping;

/**
 * To whom a parcel goes, as far as the sender needs to know.
 *
 * @param name its first character
 * @param phone its last four digits
 * @param province of GB/T 2260, two digits
 * @param city without the street
 */
public record MaskedRecipient(String name, String phone, String province, String city) {}
