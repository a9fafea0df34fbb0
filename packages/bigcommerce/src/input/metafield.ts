import { input } from '@cartograph/connector-kit';
import { cursorFilter, id, instant, name, oneOf, someOf, upTo, word, words } from './kinds.js';

export const metafieldFilter = cursorFilter({
  key: word,
  'key:in': words,
  namespace: word,
  'namespace:in': words,
  direction: oneOf('asc', 'desc'),
  include_fields: someOf(
    'resource_id',
    'key',
    'value',
    'namespace',
    'permission_set',
    'resource_type',
    'description',
    'owner_client_id',
    'date_created',
    'date_modified',
  ),
  'date_created:min': instant,
  'date_created:max': instant,
  'date_modified:min': instant,
  'date_modified:max': instant,
});

const readOnly = ['id', 'resource_type', 'date_created', 'date_modified', 'owner_client_id'] as const;

const fields = {
  namespace: name(64),
  key: name(64),
  value: name(65_535),
  /** `app_only`: no other account sees it. */
  permission_set: oneOf('app_only', 'read', 'write', 'read_and_sf_access', 'write_and_sf_access'),
  description: upTo(255).optional(),
};

export const metafieldInput = input(fields, { readOnly: [...readOnly, 'resource_id'] });
export const metafieldChanges = metafieldInput.partial();
/** Of many records at once: each names its own. */
export const metafieldRow = input({ ...fields, resource_id: id }, { readOnly });
