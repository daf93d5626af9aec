package io.xunshi.platform.shipping.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What shipping keeps about people: their address books. The addresses of parcels know an order and nobody's account;
 * they are forgotten in their own time.
 */
@Component
class ShippingPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(in("shipping.address", "owner")
                .about("shipping.addresses", LegalGround.CONTRACT)
                .shownBy("""
                        select name_cipher, phone_cipher, province, city_cipher, street_cipher, created_at as "at"
                        from shipping.address where owner = :account order by created_at""")
                .erasedBy("delete from shipping.address where owner = :account"));
    }
}
