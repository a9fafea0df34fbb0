import { columns } from '../client/columns.js';

const nested = 'the shop filters by columns of the order alone; search its items or addresses by themselves';

/** Of `sales_order`. */
export const orderColumns = columns(
  {
    number: [
      'entity_id store_id customer_id customer_group_id quote_id quote_address_id billing_address_id customer_gender',
      'grand_total subtotal subtotal_incl_tax discount_amount tax_amount shipping_amount shipping_incl_tax shipping_tax_amount',
      'total_paid total_due total_invoiced total_refunded total_online_refunded total_offline_refunded total_canceled',
      'base_grand_total base_subtotal base_discount_amount base_tax_amount base_shipping_amount base_total_paid base_total_due',
      'base_total_invoiced base_total_refunded base_total_canceled base_to_order_rate base_to_global_rate total_qty_ordered',
      'total_item_count weight edit_increment adjustment_positive adjustment_negative',
    ],
    text: [
      'increment_id state status ext_order_id ext_customer_id original_increment_id relation_parent_id relation_parent_real_id',
      'relation_child_id relation_child_real_id customer_email customer_firstname customer_middlename customer_lastname',
      'customer_prefix customer_suffix customer_taxvat customer_note coupon_code discount_description applied_rule_ids',
      'shipping_description store_name hold_before_state hold_before_status order_currency_code base_currency_code',
      'store_currency_code global_currency_code remote_ip x_forwarded_for protect_code',
    ],
    flag: ['is_virtual customer_is_guest customer_note_notify email_sent can_ship_partially can_ship_partially_item'],
    instant: ['created_at updated_at'],
    day: ['customer_dob'],
  },
  { impossible: { id: 'its id is entity_id', items: nested, billing_address: nested, payment: nested } },
);

/** Of `sales_order_item`. */
export const orderItemColumns = columns({
  number: [
    'item_id order_id parent_item_id quote_item_id product_id store_id price original_price base_price row_total tax_amount',
    'tax_percent discount_amount discount_percent amount_refunded qty_ordered qty_invoiced qty_shipped qty_canceled qty_refunded',
    'qty_backordered weight row_weight',
  ],
  text: ['sku name product_type description applied_rule_ids additional_data ext_order_item_id'],
  flag: ['is_virtual is_qty_decimal free_shipping no_discount locked_do_invoice locked_do_ship'],
  instant: ['created_at updated_at'],
});

const documentNumbers = [
  'entity_id order_id store_id state billing_address_id shipping_address_id grand_total subtotal tax_amount shipping_amount',
  'discount_amount base_grand_total base_subtotal base_tax_amount',
] as const;
const documentTexts = [
  'increment_id transaction_id order_currency_code base_currency_code store_currency_code global_currency_code',
] as const;

export const invoiceColumns = columns({
  number: [...documentNumbers, 'total_qty base_total_refunded'],
  text: documentTexts,
  flag: ['is_used_for_refund email_sent can_void_flag'],
  instant: ['created_at updated_at'],
});

export const creditMemoColumns = columns({
  number: [
    ...documentNumbers,
    'invoice_id creditmemo_status adjustment adjustment_positive adjustment_negative base_adjustment',
  ],
  text: documentTexts,
  flag: ['email_sent'],
  instant: ['created_at updated_at'],
});

export const shipmentColumns = columns({
  number: [
    'entity_id order_id store_id customer_id shipment_status billing_address_id shipping_address_id total_qty total_weight',
  ],
  text: ['increment_id'],
  flag: ['email_sent'],
  instant: ['created_at updated_at'],
});

/** Of `sales_payment_transaction`. */
export const transactionColumns = columns(
  {
    number: ['transaction_id parent_id order_id payment_id'],
    text: ['txn_id parent_txn_id txn_type'],
    flag: ['is_closed'],
    instant: ['created_at'],
  },
  { impossible: { updated_at: 'a transaction has no time of change', entity_id: 'its id is transaction_id' } },
);
