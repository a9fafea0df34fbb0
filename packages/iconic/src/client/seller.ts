import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { CreditNoteSettingsInput } from '../input/orders.js';
import { creditNoteSettings } from '../input/orders.js';
import { type FileInput, file } from '../input/scalars.js';
import {
  acceptedContracts,
  type CustomKpi,
  customKpis,
  externalFileFilters,
  type ProfileChange,
  profileChanges,
  type RatingPeriod,
  ratingPeriod,
  sellerChanges,
  sellerFilters,
} from '../input/seller.js';
import { invoiceNumberSchema } from '../records/order.js';
import {
  acceptedContractsSchema,
  commissionSchema,
  configurationFieldSchema,
  contractSchema,
  customKpiSchema,
  externalFileSchema,
  metricsSchema,
  profileValueSchema,
  ratingSchema,
  type Seller,
  sellerPayoutSchema,
  sellerSchema,
  settingsSchema,
  statisticsSchema,
  successSchema,
} from '../records/seller.js';
import { type Api, part } from './api.js';
import { multipart } from './multipart.js';

type Id = string | number;

/** The seller whose application this is. */
export function createSeller(api: Api) {
  const seller = api.of('seller', sellerSchema);
  const settings = api.of('seller.settings', settingsSchema);
  const fields = api.of('seller.configurationFields', configurationFieldSchema);
  const commissions = api.of('seller.commissions', commissionSchema);
  const payouts = api.of('seller.payouts', sellerPayoutSchema);
  return {
    /** What is approved; a change that waits for approval is not shown. */
    get: (call?: RequestOptions): Promise<Seller> => seller.one('GET', '/v2/seller', {}, call),
    update: async (changes: { readonly email: string }, call?: RequestOptions): Promise<void> =>
      api.send('PATCH', '/v2/seller', { json: checkInput('seller.update', sellerChanges, changes) }, call),
    settings: (call?: RequestOptions) => settings.one('GET', '/v2/seller-settings', {}, call),
    configurationFields: (call?: RequestOptions) => fields.all('GET', '/v2/seller-configuration-fields', {}, call),
    commissions: (call?: RequestOptions) => commissions.all('GET', '/v2/seller/commissions', {}, call),
    /** Sums of statements. */
    payouts: (call?: RequestOptions) => payouts.all('GET', '/v2/seller/payout', {}, call),
    ...createPerformance(api),
    profile: createProfile(api),
    creditNotes: createCreditNotes(api),
    contracts: createContracts(api),
  };
}

function createPerformance(api: Api) {
  const ratings = api.of('seller.ratings', ratingSchema);
  const statistics = api.of('seller.statistics', statisticsSchema);
  const metrics = api.of('seller.metrics', metricsSchema);
  const kpis = api.of('seller.setCustomKpis', customKpiSchema);
  return {
    ratings: async (period: RatingPeriod = {}, call?: RequestOptions) =>
      ratings.all(
        'GET',
        '/v2/seller-rating',
        { query: checkInput<object>('seller.ratings', ratingPeriod, period) },
        call,
      ),
    statistics: (call?: RequestOptions) => statistics.all('GET', '/v2/seller-statistics', {}, call),
    metrics: (call?: RequestOptions) => metrics.all('GET', '/v2/seller-metrics', {}, call),
    /** For administrators of the platform, who know which there are. */
    setCustomKpis: async (input: readonly CustomKpi[], call?: RequestOptions) =>
      kpis.one(
        'PUT',
        '/v2/seller-rating/custom-kpi',
        { json: checkInput('seller.setCustomKpis', customKpis, input) },
        call,
      ),
  };
}

/** Fields that each venture configures, by their ids. */
function createProfile(api: Api) {
  const values = api.of('seller.profile', profileValueSchema);
  const files = api.of('seller.profile.files', externalFileSchema);
  return {
    list: (call?: RequestOptions) => values.all('GET', '/v2/seller/profile/field-values', {}, call),
    update: async (changes: readonly ProfileChange[], call?: RequestOptions) =>
      values.all(
        'PUT',
        '/v2/seller/profile/general',
        { json: checkInput('seller.profile.update', profileChanges, changes) },
        call,
      ),
    upload: async (fieldId: Id, contents: FileInput, call?: RequestOptions) =>
      values.all(
        'POST',
        `/v2/seller/profile/field/${part(fieldId)}/upload`,
        await multipart({ file1: checkInput('seller.profile.upload', file, contents) }),
        call,
      ),
    files: files.paged('/v2/seller/profile/external-files', externalFileFilters, {
      order: { sort: 'uploadedAt', sortDir: 'ASC' },
    }),
  };
}

/** How credit notes are numbered. */
function createCreditNotes(api: Api) {
  const settings = api.of('seller.creditNotes', invoiceNumberSchema);
  return {
    get: (call?: RequestOptions) => settings.one('GET', '/v2/sellers/credit-note-settings', {}, call),
    update: async (input: CreditNoteSettingsInput, call?: RequestOptions) =>
      settings.one(
        'POST',
        '/v2/sellers/credit-note-settings/update',
        { json: checkInput('seller.creditNotes.update', creditNoteSettings, input) },
        call,
      ),
  };
}

function createContracts(api: Api) {
  const contracts = api.of('seller.contracts', contractSchema);
  const accepted = api.of('seller.contracts', acceptedContractsSchema);
  return {
    /** Those that wait to be accepted. */
    list: (call?: RequestOptions) => contracts.all('GET', '/v2/seller-contracts/pending', {}, call),
    accept: async (contractIds: readonly Id[], call?: RequestOptions) =>
      accepted.one(
        'POST',
        '/v2/seller-contracts/accept',
        { json: checkInput('seller.contracts.accept', acceptedContracts, { contractIds }) },
        call,
      ),
  };
}

/** All sellers that the application's user may see. `forgetToken`: the next call gets another. */
export function createSellers(api: Api, forgetToken: () => Promise<void>) {
  const sellers = api.of('sellers', sellerSchema);
  const success = api.of('sellers.switch', successSchema);
  return {
    ...sellers.paged('/v2/sellers', sellerFilters),
    get: (id: Id, call?: RequestOptions): Promise<Seller> => sellers.one('GET', `/v2/sellers/${part(id)}`, {}, call),
    /** Everything that follows is that seller's, by whichever application of this user. */
    switch: async (id: Id, call?: RequestOptions) => {
      const answer = await success.one('POST', `/v2/sellers/${part(id)}/switch`, {}, call);
      await forgetToken();
      return answer;
    },
  };
}
