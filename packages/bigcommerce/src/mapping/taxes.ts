import { amount, mapper, optionalAmount, optionalId, text } from '@cartograph/connector-kit';
import type { TaxAllocation } from '@cartograph/core';
import type { NativeTax } from '../native/order-details.js';

export const toTaxAllocation = mapper<NativeTax, TaxAllocation, unknown>({
  componentId: row => text(row.sales_tax_id) ?? optionalId(row.tax_rate_id),
  name: row => text(row.name),
  rate: row => optionalAmount(row.rate),
  amount: row => amount(row.line_amount),
});
