import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { type ScoredContent, scoredContent } from '../input/products.js';
import {
  contentScoreSchema,
  qualityStatusSchema,
  rejectedSetSchema,
  rejectReasonSchema,
  visibilitySchema,
} from '../records/product.js';
import { type Api, part } from './api.js';
import { ofSets } from './of-sets.js';

export function createQualityControl(api: Api) {
  const statuses = api.of('qualityControl.statuses', qualityStatusSchema);
  const rejected = api.of('qualityControl.rejected', rejectedSetSchema);
  const reasons = api.of('qualityControl.rejectReasons', rejectReasonSchema);
  const visibility = api.of('qualityControl.visibility', visibilitySchema);
  return {
    statuses: ofSets('qualityControl.statuses', statuses, '/v2/product-set/quality-control-status'),
    /** Why sets were rejected. Refused with 403 when one of them is not the seller's. */
    rejected: ofSets('qualityControl.rejected', rejected, '/v2/product-quality-control/rejected'),
    rejectReasons: { list: (call?: RequestOptions) => reasons.all('GET', '/v2/qc-reject-reasons', {}, call) },
    /** What keeps sets from being seen by shoppers. */
    visibility: ofSets('qualityControl.visibility', visibility, '/v2/product-sets/visibility-rules'),
  };
}

export function createContentScores(api: Api) {
  const scores = api.of('contentScores', contentScoreSchema);
  return {
    get: (productSetId: string | number, call?: RequestOptions) =>
      scores.one('GET', `/v2/content-score/product-set/${part(productSetId)}`, {}, call),
    /** Of what is not saved yet. */
    calculate: async (input: ScoredContent, call?: RequestOptions) =>
      scores.one(
        'POST',
        '/v2/content-score/score',
        { json: checkInput('contentScores.calculate', scoredContent, input) },
        call,
      ),
  };
}
