import { type DataType, dataTypes } from '@cartograph/codat';
import type { Storage } from '@cartograph/core';
import { z } from 'zod';

const settingSchema = z.object({
  dataType: z.string(),
  fetchOnFirstLink: z.boolean(),
  syncSchedule: z.number().int().min(0),
  syncOrder: z.number().int(),
  syncFromUtc: z.string().nullish(),
  syncFromWindow: z.number().int().nullish(),
  monthsToSync: z.number().int().nullish(),
  isLocked: z.boolean().nullish(),
});

export const syncSettingsSchema = z.object({ settings: z.array(settingSchema), overridesDefaults: z.boolean() });

export type SyncSettings = z.infer<typeof syncSettingsSchema>;

const kind = 'codat sync settings';
/** In the place of a company: what holds for those that have no settings of their own. */
export const forAll = 'default';

const initial: SyncSettings = {
  settings: dataTypes.map(({ name }, index) => ({
    dataType: name,
    fetchOnFirstLink: true,
    syncSchedule: 0,
    syncOrder: index,
    isLocked: false,
  })),
  overridesDefaults: false,
};

/** A company's own, or those for all. */
export async function readSyncSettings(storage: Storage, companyId: string): Promise<SyncSettings> {
  const own = await storage.entry(kind, companyId);
  if (own) return JSON.parse(own.body);
  const shared = await storage.entry(kind, forAll);
  return shared ? { ...(JSON.parse(shared.body) as SyncSettings), overridesDefaults: companyId === forAll } : initial;
}

export const saveSyncSettings = (storage: Storage, companyId: string, settings: SyncSettings): Promise<void> =>
  storage.saveEntry({ kind, id: companyId, body: JSON.stringify(settings) });

/** What is read when everything is asked for; a data type that the settings do not name is. */
export async function fetchedOnLink(storage: Storage, companyId: string): Promise<readonly DataType[]> {
  const { settings } = await readSyncSettings(storage, companyId);
  const left = settings.filter(({ fetchOnFirstLink }) => !fetchOnFirstLink).map(({ dataType }) => dataType);
  return dataTypes.filter(({ name }) => !left.includes(name));
}
