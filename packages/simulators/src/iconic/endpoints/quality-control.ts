import { json, type Route } from '../../http.js';
import { brands } from '../catalog/brands.js';
import { categories } from '../catalog/categories.js';
import { imagesOf } from '../catalog/images.js';
import { type ProductSetRecord, quantityOf } from '../catalog/product-set.js';
import { universalText } from '../dates.js';
import { bare } from '../problems.js';
import type { World } from '../world.js';
import { namedSetIds, namedSets } from './named-sets.js';

const rejectReasons = ['Image quality', 'Wrong category', 'Incomplete description', 'Counterfeit'].map(
  (name, index) => ({
    id: 501 + index,
    name,
    type: 'product',
    isSetToNotAuthorized: name === 'Counterfeit',
    isEnabled: true,
  }),
);

const reasonOf = (set: ProductSetRecord): string => rejectReasons[set.id % rejectReasons.length]?.name ?? '';

/** A set is what the worst of its products is. */
function statusOf({ variants }: ProductSetRecord): 'approved' | 'rejected' | 'pending' {
  const has = (approval: string) => variants.some(variant => variant.approval === approval);
  return has('rejected') ? 'rejected' : has('pending') ? 'pending' : 'approved';
}

const isUploaded = ({ variants }: ProductSetRecord): boolean => variants.every(({ shopSku }) => shopSku !== null);
const uploadMessage = (set: ProductSetRecord): string =>
  isUploaded(set) ? '' : 'The product set is being synchronized';

/** Why shoppers see a set or do not. Quality control calls "accepted" here what it calls "approved" elsewhere. */
function visibilityBody(set: ProductSetRecord) {
  const brand = brands.find(({ id }) => id === set.brandId);
  const status = statusOf(set);
  return {
    productSetId: set.id,
    hasAtLeastOneActiveProduct: set.variants.some(variant => variant.status === 'active'),
    isSellerActive: true,
    isBrandActive: brand?.active ?? false,
    hasZeroPrices: set.variants.some(({ prices }) => prices.every(({ price }) => !price)),
    hasZeroStocks: set.variants.every(variant => quantityOf(variant) + (variant.consigned ?? 0) === 0),
    hasImages: imagesOf(set).length > 0,
    hasActiveCategories: categories.some(({ id, active }) => active && set.categories.includes(id)),
    isBrandApproved: true,
    isProductSetAuthorized: true,
    isLatestVersionUploaded: isUploaded(set),
    latestVersionUploadedMessage: uploadMessage(set),
    qualityControlStatus: status === 'approved' ? 'accepted' : status,
  };
}

export const qualityControlRoutes = (world: World): Route[] => [
  ['GET /v2/qc-reject-reasons', () => json(rejectReasons)],
  [
    // The one list that refuses sets of others instead of leaving them out.
    'GET /v2/product-quality-control/rejected',
    call => {
      const sets = namedSets(world, call);
      if (sets.length < namedSetIds(call).length) return bare(403);
      const rejected = sets.filter(set => statusOf(set) === 'rejected');
      return json(rejected.map(set => ({ productSetId: set.id, rejectedReasons: [reasonOf(set)], qcComment: '' })));
    },
  ],
  [
    'GET /v2/product-set/quality-control-status',
    call =>
      json(
        namedSets(world, call).map(set => ({
          productSetId: set.id,
          status: statusOf(set),
          createdAt: universalText(set.createdAt),
        })),
      ),
  ],
  ['GET /v2/product-sets/visibility-rules', call => json(namedSets(world, call).map(visibilityBody))],
  [
    // No documentation tells the keys of these rows: they are those of the visibility rules here.
    'GET /v2/last-version-uploaded',
    call =>
      json(
        namedSets(world, call).map(set => ({
          productSetId: set.id,
          isLatestVersionUploaded: isUploaded(set),
          latestVersionUploadedMessage: uploadMessage(set),
        })),
      ),
  ],
];
