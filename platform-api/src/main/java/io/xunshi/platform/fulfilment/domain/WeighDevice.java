package io.xunshi.platform.fulfilment.domain;

import java.time.LocalDate;

/**
 * A weighbridge of an organisation (地磅).
 *
 * @param id as it stands on the device, unique within the organisation
 * @param certificate number of its calibration certificate (检定证书)
 * @param certificateTo last day on which the certificate holds
 */
public record WeighDevice(String id, String name, String certificate, LocalDate certificateTo) {}
