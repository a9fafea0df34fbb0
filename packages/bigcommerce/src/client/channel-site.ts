import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import { menusInput, siteInput } from '../input/channel.js';
import { type ActiveTheme, activeThemeSchema, menusSchema, type Site, siteSchema } from '../records/channel.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';

type SiteInput = z.input<typeof siteInput>;
type Menus = z.input<typeof menusSchema>;

/** Where a channel's storefront is, and what of the control panel it shows. */
export function createChannelSite(api: Api) {
  const sites = api.records('channels.site', siteSchema);
  const menus = api.records('channels.menus', menusSchema);
  const themes = api.records('channels.activeTheme', activeThemeSchema);
  const sitePath = (channelId: Id) => at`/v3/channels/${channelId}/site`;
  const checkoutPath = (channelId: Id) => at`/v3/channels/${channelId}/site/checkout-url`;
  const menuPath = (channelId: Id) => at`/v3/channels/${channelId}/channel-menus`;
  const checked = (site: SiteInput) => checkInput('channels.site', siteInput, site);
  return {
    site: {
      get: async (channelId: Id, call?: RequestOptions): Promise<Site> =>
        sites.one(await api.record('GET', sitePath(channelId), {}, call)),
      create: async (channelId: Id, site: SiteInput, call?: RequestOptions): Promise<Site> =>
        sites.one(await api.record('POST', sitePath(channelId), { json: checked(site) }, call)),
      update: async (channelId: Id, site: SiteInput, call?: RequestOptions): Promise<Site> =>
        sites.one(await api.record('PUT', sitePath(channelId), { json: checked(site) }, call)),
      async delete(channelId: Id, call?: RequestOptions): Promise<void> {
        await api.send('DELETE', sitePath(channelId), {}, call);
      },
      setCheckoutUrl: async (channelId: Id, site: SiteInput, call?: RequestOptions): Promise<Site> =>
        sites.one(await api.record('PUT', checkoutPath(channelId), { json: checked(site) }, call)),
      async deleteCheckoutUrl(channelId: Id, call?: RequestOptions): Promise<void> {
        await api.send('DELETE', checkoutPath(channelId), {}, call);
      },
    },
    menus: {
      get: async (channelId: Id, call?: RequestOptions): Promise<Menus> =>
        menus.one(await api.record('GET', menuPath(channelId), {}, call)),
      async set(channelId: Id, given: z.input<typeof menusInput>, call?: RequestOptions): Promise<Menus> {
        const json = checkInput('channels.menus.set', menusInput, given);
        return menus.one(await api.record('POST', menuPath(channelId), { json }, call));
      },
      async delete(channelId: Id, call?: RequestOptions): Promise<void> {
        await api.send('DELETE', menuPath(channelId), {}, call);
      },
    },
    activeTheme: {
      get: async (channelId: Id, call?: RequestOptions): Promise<ActiveTheme> =>
        themes.one(await api.record('GET', at`/v3/channels/${channelId}/active-theme`, {}, call)),
    },
  };
}
