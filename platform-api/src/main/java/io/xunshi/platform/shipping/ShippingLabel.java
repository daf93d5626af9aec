package io.xunshi.platform.shipping;

/**
 * What is printed and stuck on a parcel (隐私面单): where it goes in full, since people carry it there, and who lives there
 * only as far as a courier at the door needs. The carrier has the rest electronically.
 */
public record ShippingLabel(String waybill, String sortingCode, int weightGrams, Party from, Party to) {

    /**
     * @param name its first character
     * @param phone its last four digits
     */
    public record Party(String name, String phone, String province, String city, String street) {}
}
