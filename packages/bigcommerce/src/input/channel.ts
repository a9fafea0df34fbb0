import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { cursorFilter, filter, flag, id, ids, instant, oneOf, someOf, text, word, words } from './kinds.js';

const statuses = [
  'prelaunch',
  'active',
  'inactive',
  'connected',
  'disconnected',
  'archived',
  'deleted',
  'terminated',
] as const;

const dates = {
  date_created: instant,
  'date_created:min': instant,
  'date_created:max': instant,
  date_modified: instant,
  'date_modified:min': instant,
  'date_modified:max': instant,
};

const include = oneOf('currencies');
export const channelShape = filter({ include }).all;
export const channelFilter = filter({
  include,
  available: flag,
  'status:in': someOf(...statuses),
  'type:in': someOf('marketplace', 'marketing', 'pos', 'storefront'),
  'platform:in': words,
  ...dates,
});

export const channelInput = input(
  {
    name: word,
    type: oneOf('pos', 'marketplace', 'storefront', 'marketing'),
    platform: word,
    external_id: text.optional(),
    is_listable_from_ui: flag.optional(),
    is_visible: flag.optional(),
    status: oneOf(...statuses).optional(),
  },
  { readOnly: ['id', 'date_created', 'date_modified', 'icon_url', 'is_enabled'] },
);
/** What it is for stays what it is. */
export const channelChanges = input(
  {
    name: word.optional(),
    external_id: text.optional(),
    is_listable_from_ui: flag.optional(),
    is_visible: flag.optional(),
    status: oneOf(...statuses).optional(),
  },
  { readOnly: ['id', 'date_created', 'date_modified', 'icon_url', 'is_enabled', 'type', 'platform'] },
);

export const currencyAssignment = input(
  { enabled_currencies: z.array(z.string().length(3)).min(1), default_currency: z.string().length(3) },
  { readOnly: ['channel_id'] },
);
export const currencyAssignmentRow = input({ ...currencyAssignment.shape, channel_id: id });

const states = [
  'active',
  'disabled',
  'error',
  'pending',
  'pending_disable',
  'pending_delete',
  'queued',
  'rejected',
  'submitted',
  'deleted',
] as const;

const listed = { external_id: text.optional(), name: text.optional(), description: text.optional() };
const readOnly = ['channel_id', 'date_created', 'date_modified'] as const;

export const listingFilter = cursorFilter({ 'product_id:in': ids, ...dates });
export const listingInput = input(
  {
    ...listed,
    product_id: id,
    state: oneOf(...states, 'partially_rejected'),
    variants: z.array(input({ ...listed, product_id: id, variant_id: id, state: oneOf(...states) }, { readOnly })),
  },
  { readOnly: ['listing_id', ...readOnly] },
);
export const listingRow = input({ ...listingInput.shape, listing_id: id });

export const siteInput = input({ url: z.url() });
export const menusInput = input({
  bigcommerce_protected_app_sections: z.array(text).optional(),
  custom_app_sections: z.array(input({ title: word, query_path: text })).optional(),
});
