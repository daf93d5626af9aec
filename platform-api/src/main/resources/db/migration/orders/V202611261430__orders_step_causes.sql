-- A cause becomes a fact with a name, told to each reader in their language; what a party wrote stands beside it.
alter table orders.step add column reason text;

update orders.step
set reason = substr(cause, strpos(cause, ': ') + 2)
where cause like 'called off by the %: %' or cause like 'the buyer objected: %';

update orders.step
set cause = case
        when cause = 'placed by the buyer' then 'ORDER_PLACED'
        when cause = 'paid in time' then 'PAID_IN_TIME'
        when cause = 'paid late, the item was still there' then 'PAID_LATE'
        when cause = 'the money is in escrow' then 'MONEY_IN_ESCROW'
        when cause = 'the money is back with the buyer' then 'MONEY_RETURNED'
        when cause = 'handed over with the pickup code' then 'PICKUP_CODE_GIVEN'
        when cause = 'the seller says it was handed over' then 'SELLER_CLAIMED_HANDOVER'
        when cause = 'the buyer confirmed the receipt' then 'BUYER_CONFIRMED_RECEIPT'
        when cause like 'the buyer objected: %' then 'BUYER_OBJECTED'
        when cause like 'called off by the buyer: %' then 'BUYER_CANCELLED'
        when cause like 'called off by the seller: %' then 'SELLER_CANCELLED'
        when cause = 'time was up: PAY' then 'NOT_PAID_IN_TIME'
        when cause = 'time was up: COLLECT' then 'NOT_COLLECTED_IN_TIME'
        when cause = 'time was up: HAND_OVER' then 'NOT_HANDED_OVER_IN_TIME'
        when cause = 'time was up: OBJECT' then 'NOT_OBJECTED_IN_TIME'
        when cause = 'time was up: GIVE_BACK' then 'NOT_RETURNED_IN_TIME'
    end;

alter table orders.step
    add constraint step_reason_is_a_partys
        check (reason is null or cause in ('BUYER_OBJECTED', 'BUYER_CANCELLED', 'SELLER_CANCELLED'));
