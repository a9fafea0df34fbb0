import { unfiltered } from '../input/kinds.js';
import {
  bannerChanges,
  bannerFilter,
  bannerInput,
  couponChanges,
  couponCondition,
  couponFilter,
  couponInput,
  giftCertificateChanges,
  giftCertificateFilter,
  giftCertificateInput,
} from '../input/marketing.js';
import { bannerSchema, couponSchema, giftCertificateSchema } from '../records/marketing.js';
import type { Api } from './api.js';
import { deletesMany } from './resource/batches.js';
import { counts, finds, gets, listsById } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesAll, deletesEverything, updates } from './resource/writing.js';

export function createCoupons(api: Api) {
  const coupons = source(api, 'coupons', () => '/v2/coupons', couponSchema);
  return {
    ...listsById(coupons, couponFilter),
    // By a filter: an address of one is not documented for reading.
    ...finds(coupons, 'id'),
    ...counts(coupons, unfiltered),
    ...creates(coupons, couponInput),
    ...updates(coupons, couponChanges),
    ...deletes(coupons),
    deleteMany: deletesMany(coupons).deleteMany,
    ...deletesAll(coupons, couponCondition),
  };
}

export function createGiftCertificates(api: Api) {
  const certificates = source(api, 'giftCertificates', () => '/v2/gift_certificates', giftCertificateSchema);
  return {
    ...listsById(certificates, giftCertificateFilter),
    ...gets(certificates),
    ...creates(certificates, giftCertificateInput),
    ...updates(certificates, giftCertificateChanges),
    ...deletes(certificates),
    ...deletesEverything(certificates),
  };
}

export function createBanners(api: Api) {
  const banners = source(api, 'banners', () => '/v2/banners', bannerSchema);
  return {
    ...listsById(banners, bannerFilter),
    ...gets(banners),
    ...counts(banners, unfiltered),
    ...creates(banners, bannerInput),
    ...updates(banners, bannerChanges),
    ...deletes(banners),
    ...deletesEverything(banners),
  };
}
