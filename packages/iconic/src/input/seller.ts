import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { flag, id, ids, instant, sentId, sentIds, texts } from './scalars.js';

export const sellerChanges = input(
  { email: z.email() },
  { readOnly: ['id', 'uuid', 'srcId', 'shortCode', 'status', 'createdAt', 'updatedAt', 'verified', 'listed'] },
);
export const sellerFilters = input({
  sellerSrcId: z.string().min(1).optional(),
  ids: ids.optional(),
  uuids: texts.optional(),
  shortCodes: texts.optional(),
  name: z.string().min(1).optional(),
  onlyActive: flag.optional(),
});
export const ratingPeriod = input({ from: instant.optional(), to: instant.optional() });
/** Its fields are not documented. */
export const customKpis = z.array(z.record(z.string(), z.unknown())).readonly();
export const profileChanges = z.array(input({ id: sentId, value: z.string() })).readonly();
export const externalFileFilters = input({
  sort: z.enum(['uploadedAt', 'fileType', 'fileName']).optional(),
  sortDir: z.enum(['ASC', 'DESC']).optional(),
});
export const acceptedContracts = input({ contractIds: sentIds });

const status = z.enum(['active', 'inactive']);
const user = {
  email: z.email(),
  name: z.string().min(1),
  status,
  apiKey: z.string().optional(),
  enablePassword: z.boolean().optional(),
  switchableSellerIds: sentIds.optional(),
};
export const newUser = input(
  { ...user, aclRoleId: sentId, languageId: sentId, sellerId: sentId, notifyNewUser: z.boolean().optional() },
  { readOnly: ['id'] },
);
export const userChanges = input({ ...user, roleId: sentId }, { readOnly: ['id'] });
export const userFilters = input({
  query: z.string().min(1).optional(),
  sellerId: id.optional(),
  sellerUuid: z.string().optional(),
  excludeAdmins: flag.optional(),
  excludeInactive: flag.optional(),
  ids: ids.optional(),
  uuids: texts.optional(),
});
export const passwordChange = input({ currentPassword: z.string().min(1), newPassword: z.string().min(1) });
export const role = input(
  {
    displayName: z.string().min(1),
    group: z.string().min(1).optional(),
    canBeEditedByRoleIds: sentIds.optional(),
    description: z.string().optional(),
  },
  { readOnly: ['id', 'name', 'userCount', 'canEdit', 'canDelete', 'resources'] },
);
export const roleChanges = role.partial();

export const appFilters = input({
  query: z.string().min(1).optional(),
  sort: z.enum(['createdAt', 'updatedAt', 'name']).optional(),
  sortDir: z.enum(['asc', 'desc']).optional(),
});
const madeByPlatform = ['uuid', 'appId', 'secret', 'identifier', 'createdAt', 'updatedAt', 'userId'] as const;
export const newApp = input(
  { name: z.string().min(1), redirectUri: z.url(), website: z.url().optional(), isGlobal: z.boolean().optional() },
  { readOnly: madeByPlatform },
);
export const appChanges = input(
  { redirectUri: z.url(), website: z.url().optional() },
  { readOnly: [...madeByPlatform, 'name'] },
);

export type SellerFilters = z.input<typeof sellerFilters>;
export type RatingPeriod = z.input<typeof ratingPeriod>;
export type CustomKpi = Readonly<Record<string, unknown>>;
export type ProfileChange = z.input<typeof profileChanges>[number];
export type NewUser = z.input<typeof newUser>;
export type UserChanges = z.input<typeof userChanges>;
export type PasswordChange = z.input<typeof passwordChange>;
export type RoleInput = z.input<typeof role>;
export type RoleChanges = z.input<typeof roleChanges>;
export type NewApp = z.input<typeof newApp>;
export type AppChanges = z.input<typeof appChanges>;
