import type { z } from 'zod';
import { amount, anything, count, flag, id, list, record, text, word } from './scalars.js';

export const sellerSchema = record({
  id,
  uuid: text,
  srcId: text,
  shortCode: text,
  status: word<'active' | 'inactive' | 'deleted'>(),
  name: text,
  companyName: text,
  email: text,
  taxClass: text,
  createdAt: text,
  updatedAt: text,
  verified: flag,
  listed: flag,
  delistReasons: list(record({ reasonIdentifier: id.nullish(), reason: text, message: text, reasonLimit: count })),
  /** Their names are configured by each venture. */
  profileFields: list(record({ name: text, displayValue: text, value: text })),
});

const kpi = {
  name: text,
  period: count,
  kpiValue: amount,
  kpiUnit: text,
  rating: text,
  score: amount,
  weight: amount,
  sellerRatingScore: amount,
};
export const ratingSchema = record({
  overallScore: amount,
  endDate: text,
  calculationDate: text,
  kpis: list(record(kpi)),
});
/** Its keys are in PascalCase and differ between ventures. */
export const statisticsSchema = record({});
export const metricsSchema = record({
  statistic_type: word<'year' | 'month' | 'week' | 'day' | 'alltime'>(),
  sku_number: amount,
  sku_active_number: amount,
  sales_total: amount,
  orders: amount,
  commissions: amount,
  two_day_shipment_percentage: amount,
  returns_percentage: amount,
  cancellations_percentage: amount,
});
export const customKpiSchema = record({});
/** By name: null, number, text, list or text that holds JSON. Some are there twice, with a prefix such as `core:`. */
export const settingsSchema = record({});
export const configurationFieldSchema = record({});
export const commissionSchema = record({
  id,
  name: text,
  description: text,
  sellerDescription: text,
  inheritanceType: text,
  numericType: text,
  value: amount,
});
export const profileValueSchema = record({ id, value: text });
export const externalFileSchema = record({
  fileType: word<'generic' | 'contract' | 'terms'>(),
  fileName: text,
  uploadedAt: text,
  downloadUrl: text,
});
/** A statement's sums, with neither id nor currency. */
export const sellerPayoutSchema = record({
  statementNumber: text,
  createdAt: text,
  updatedAt: text,
  openingBalance: amount,
  itemRevenue: amount,
  shipmentFee: amount,
  shipmentFeeCredit: amount,
  otherRevenueTotal: amount,
  feesTotal: amount,
  subtotal1: amount,
  refunds: amount,
  feesOnRefundsTotal: amount,
  subtotal2: amount,
  closingBalance: amount,
  guaranteeDeposit: amount,
  payout: amount,
  paid: flag,
  paymentReference: text,
});
export const contractSchema = record({
  contractId: id,
  sellerId: id.nullish(),
  type: word<'terms' | 'contract'>(),
  url: text,
  approvedAt: text,
  createdAt: text,
  updatedAt: text,
  expirationDate: text,
});
export const acceptedContractsSchema = record({ contractIds: list(id) });
export const successSchema = record({ success: flag });

export const userSchema = record({
  id,
  email: text,
  name: text,
  apiKey: text,
  aclRoleId: id.nullish(),
  sellerId: id.nullish(),
  status: text,
  enablePassword: flag,
  switchableSellers: list(record({ id: id.nullish(), name: text })),
});
export const roleSchema = record({
  id: id.nullish(),
  name: text,
  displayName: text,
  group: text,
  description: text,
  canBeEditedByRoleIds: list(id),
  userCount: count,
  canEdit: flag,
  canDelete: flag,
  resources: list(record({ id, name: text, label: text, description: text, maintenanceOnly: flag, tags: list(text) })),
});
export const roleResourcesSchema = record({ resources: anything });
export const apiKeySchema = record({ apiKey: text });
export const oauthAppSchema = record({
  uuid: text,
  name: text,
  appId: text,
  identifier: id.nullish(),
  secret: text,
  website: text,
  redirectUri: text,
  createdAt: text,
  updatedAt: text,
  userId: id.nullish(),
});

export type Seller = z.input<typeof sellerSchema>;
export type Rating = z.input<typeof ratingSchema>;
export type Metrics = z.input<typeof metricsSchema>;
export type Commission = z.input<typeof commissionSchema>;
export type ProfileValue = z.input<typeof profileValueSchema>;
export type ExternalFile = z.input<typeof externalFileSchema>;
export type SellerPayout = z.input<typeof sellerPayoutSchema>;
export type SellerContract = z.input<typeof contractSchema>;
export type User = z.input<typeof userSchema>;
export type Role = z.input<typeof roleSchema>;
export type OauthApp = z.input<typeof oauthAppSchema>;
