import { z } from 'zod';

/**
 * What Codat's strict clients take: closed enums, nothing null, ids as text, amounts as numbers. Stricter than theirs in
 * that an unknown key is refused: what we send beyond Codat's stands under `cartograph` and `metadata`.
 */
const id = z.string().min(1);
/** A time as every document has it. */
export const wireDate = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'is not a UTC date to the second');
const amount = z.number();
const supplementalData = z.strictObject({ content: z.record(z.string(), z.record(z.string(), z.unknown())) });
const own = {
  cartograph: z.record(z.string(), z.unknown()).optional(),
  supplementalData: supplementalData.optional(),
};
const onRecord = { ...own, metadata: z.strictObject({ isDeleted: z.boolean() }) };
const changeDates = { modifiedDate: wireDate, sourceModifiedDate: wireDate.optional() };
const allDates = { createdDate: wireDate.optional(), ...changeDates };
const reference = z.strictObject({ id, name: z.string().optional() });
const enumOf = <const Words extends readonly [string, ...string[]]>(...words: Words) => z.enum(words);

const addressSchema = z.strictObject({
  type: enumOf('Billing', 'Delivery', 'Order', 'Inventory', 'Unknown').optional(),
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  country: z.string().optional(),
  postalCode: z.string().optional(),
});

const taxAllocations = z.array(
  z.strictObject({
    taxComponentRef: z.strictObject({ id, name: z.string() }),
    rate: amount,
    taxAmount: amount,
  }),
);

const paymentStatus = enumOf('Pending', 'Authorized', 'Paid', 'Failed', 'Cancelled', 'Unknown');
const paymentType = enumOf(
  'Cash',
  'Card',
  'Invoice',
  'OnlineCard',
  'Swish',
  'Vipps',
  'Mobile',
  'StoreCredit',
  'Paypal',
  'Custom',
  'Prepaid',
  'Unknown',
);

const paymentFields = {
  id,
  amount,
  currency: z.string(),
  status: paymentStatus,
  type: paymentType,
  paymentProvider: z.string().optional(),
  paymentMethodRef: reference.optional(),
  ...allDates,
};

const orderSchema = z.strictObject({
  id,
  orderNumber: z.string().optional(),
  country: z.string().optional(),
  currency: z.string(),
  createdDate: wireDate.optional(),
  closedDate: wireDate.optional(),
  totalAmount: amount,
  totalRefund: amount.max(0),
  totalTaxAmount: amount,
  totalDiscount: amount,
  totalGratuity: amount,
  orderLineItems: z.array(
    z.strictObject({
      id,
      quantity: amount,
      taxPercentage: amount.optional(),
      unitPrice: amount,
      totalAmount: amount,
      totalTaxAmount: amount,
      taxes: taxAllocations,
      productRef: reference.optional(),
      productVariantRef: reference.optional(),
      discountAllocations: z.array(z.strictObject({ name: z.string().optional(), totalAmount: amount })),
      ...own,
    }),
  ),
  payments: z.array(z.strictObject(paymentFields)),
  serviceCharges: z.array(
    z.strictObject({
      description: z.string().optional(),
      totalAmount: amount,
      taxPercentage: amount.optional(),
      taxAmount: amount,
      taxes: taxAllocations,
      quantity: z.number().int(),
      type: enumOf('Generic', 'Shipping', 'Overpayment', 'Unknown'),
    }),
  ),
  customerRef: reference.optional(),
  ...changeDates,
  ...onRecord,
});

const productStatus = enumOf('Unknown', 'Published', 'Unpublished');

const variantSchema = z.strictObject({
  id,
  name: z.string().optional(),
  sku: z.string().optional(),
  barcode: z.string().optional(),
  prices: z.array(z.strictObject({ currency: z.string(), unitPrice: amount })),
  inventory: z.strictObject({
    totalQuantity: amount.optional(),
    locations: z.array(z.strictObject({ quantity: amount.optional(), locationRef: reference })),
  }),
  shippingRequired: z.boolean().optional(),
  status: productStatus,
  ...allDates,
  ...own,
});

/** By the path that a client asks for. */
export const commerceSchemas = {
  'commerce-info': z.strictObject({
    companyName: z.string().optional(),
    commercePlatformRef: z.string(),
    companyLegalName: z.string().optional(),
    addresses: z.array(addressSchema),
    phoneNumbers: z.array(
      z.strictObject({ number: z.string(), type: enumOf('Primary', 'Landline', 'Mobile', 'Fax', 'Unknown') }),
    ),
    webLinks: z.array(z.strictObject({ type: enumOf('Website', 'Social', 'Unknown'), url: z.string() })),
    registrationNumber: z.string().optional(),
    baseCurrency: z.string().optional(),
    accountBalances: z.array(z.never()),
    ...allDates,
    ...own,
  }),
  'commerce-customers': z.strictObject({
    id,
    customerName: z.string().optional(),
    emailAddress: z.string().optional(),
    phone: z.string().optional(),
    defaultCurrency: z.string().optional(),
    addresses: z.array(addressSchema),
    note: z.string().optional(),
    ...allDates,
    ...onRecord,
  }),
  'commerce-disputes': z.strictObject({
    id,
    disputedTransactions: z.array(
      z.strictObject({ id, type: enumOf('Fee', 'Order', 'Payment', 'ServiceCharge', 'Unknown') }),
    ),
    totalAmount: amount,
    currency: z.string(),
    status: enumOf(
      'Won',
      'Lost',
      'Accepted',
      'Processing',
      'ChargeRefunded',
      'EvidenceRequired',
      'InquiryEvidenceRequired',
      'InquiryProcessing',
      'InquiryClosed',
      'WaitingThirdParty',
      'Unknown',
    ),
    reason: z.string().optional(),
    dueDate: wireDate.optional(),
    ...allDates,
    ...onRecord,
  }),
  'commerce-locations': z.strictObject({
    id,
    name: z.string().optional(),
    address: addressSchema.optional(),
    ...changeDates,
    ...onRecord,
  }),
  'commerce-orders': orderSchema,
  'commerce-payments': z.strictObject({ ...paymentFields, ...onRecord }),
  'commerce-paymentMethods': z.strictObject({
    id,
    name: z.string().optional(),
    status: enumOf('Unknown', 'Active', 'Archived'),
    ...changeDates,
    ...onRecord,
  }),
  'commerce-products': z.strictObject({
    id,
    name: z.string().optional(),
    description: z.string().optional(),
    categorization: z.string().optional(),
    isGiftCard: z.boolean(),
    variants: z.array(variantSchema).min(1),
    productCategoryRefs: z.array(reference),
    status: productStatus,
    ...allDates,
    ...onRecord,
  }),
  'commerce-productCategories': z.strictObject({
    id,
    name: z.string().optional(),
    ancestorRefs: z.array(z.strictObject({ id, name: z.string().optional(), type: z.string() })),
    hasChildren: z.boolean(),
    ...changeDates,
    ...onRecord,
  }),
  'commerce-taxComponents': z.strictObject({
    id,
    name: z.string(),
    rate: z.number().min(0).max(1).optional(),
    isCompound: z.boolean().optional(),
    ...changeDates,
    ...onRecord,
  }),
  'commerce-transactions': z.strictObject({
    id,
    totalAmount: amount.optional(),
    currency: z.string().optional(),
    type: enumOf(
      'Payment',
      'Refund',
      'Payout',
      'FailedPayout',
      'Transfer',
      'PaymentFee',
      'PaymentFeeRefund',
      'Unknown',
    ),
    subType: z.string().optional(),
    transactionSourceRef: z
      .strictObject({ id, type: enumOf('Fee', 'Order', 'Payment', 'ServiceCharge', 'Unknown') })
      .optional(),
    sourceCreatedDate: wireDate.optional(),
    ...allDates,
    ...onRecord,
  }),
} as const;

export type CommercePath = keyof typeof commerceSchemas;
