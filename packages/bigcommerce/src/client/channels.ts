import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  channelChanges,
  channelFilter,
  channelInput,
  channelShape,
  currencyAssignment,
  currencyAssignmentRow,
  listingFilter,
  listingInput,
  listingRow,
} from '../input/channel.js';
import { unfiltered } from '../input/kinds.js';
import {
  type CurrencyAssignment,
  channelSchema,
  currencyAssignmentSchema,
  type Listing,
  listingSchema,
} from '../records/channel.js';
import type { Api } from './api.js';
import { createChannelSite } from './channel-site.js';
import { allMetafields, metafieldsOf } from './metafields.js';
import { at, type Id } from './path.js';
import { createsMany, sendRows } from './resource/batches.js';
import { gets, getsShaped, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, singleton, updates } from './resource/writing.js';

export function createChannels(api: Api) {
  const channels = source(api, 'channels', () => '/v3/channels', channelSchema);
  return {
    ...lists(channels, channelFilter),
    ...getsShaped(channels, channelShape),
    ...creates(channels, channelInput),
    ...updates(channels, channelChanges),
    currencies: createCurrencyAssignments(api),
    listings: createListings(api),
    ...createChannelSite(api),
    metafields: metafieldsOf(api, 'channels', (channelId: Id) => at`/v3/channels/${channelId}/metafields`),
    allMetafields: allMetafields(api, 'channels', '/v3/channels/metafields'),
  };
}

/** Which currencies a channel shows. */
function createCurrencyAssignments(api: Api) {
  const path = '/v3/channels/currency-assignments';
  const pathOf = (channelId: Id) => at`/v3/channels/${channelId}/currency-assignments`;
  const all = source(api, 'channels.currencies', () => path, currencyAssignmentSchema);
  const one = source(api, 'channels.currencies', pathOf, currencyAssignmentSchema);
  const rows = z.array(currencyAssignmentRow);
  return {
    ...lists(all, unfiltered),
    ...singleton(one, currencyAssignment),
    setMany: async (
      given: readonly z.input<typeof currencyAssignmentRow>[],
      call?: RequestOptions,
    ): Promise<BatchResult<CurrencyAssignment>> =>
      sendRows(all, 'PUT', path, checkInput('channels.currencies.setMany', rows, given), {
        size: 50,
        key: 'channel_id',
        call,
      }),
    async delete(channelId: Id, call?: RequestOptions): Promise<void> {
      await api.send('DELETE', pathOf(channelId), {}, call);
    },
  };
}

/** What of the catalog a channel shows, and as what. */
function createListings(api: Api) {
  const pathOf = (channelId: Id) => at`/v3/channels/${channelId}/listings`;
  const listings = source(api, 'channels.listings', pathOf, listingSchema);
  const rows = z.array(listingRow);
  return {
    ...lists(listings, listingFilter),
    ...gets(listings),
    createMany: createsMany(listings, listingInput, 50).createMany,
    updateMany: async (
      channelId: Id,
      given: readonly z.input<typeof listingRow>[],
      call?: RequestOptions,
    ): Promise<BatchResult<Listing>> =>
      sendRows(listings, 'PUT', pathOf(channelId), checkInput('channels.listings.updateMany', rows, given), {
        size: 50,
        key: 'listing_id',
        call,
      }),
  };
}
