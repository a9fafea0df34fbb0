import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';
import { connectorTitle } from '../errors.js';
import {
  type AppChanges,
  appChanges,
  appFilters,
  type NewApp,
  type NewUser,
  newApp,
  newUser,
  type PasswordChange,
  passwordChange,
  type RoleChanges,
  type RoleInput,
  role,
  roleChanges,
  type UserChanges,
  userChanges,
  userFilters,
} from '../input/seller.js';
import {
  apiKeySchema,
  oauthAppSchema,
  type Role,
  roleResourcesSchema,
  roleSchema,
  successSchema,
  type User,
  userSchema,
} from '../records/seller.js';
import { type Api, part } from './api.js';

type Id = string | number;

export function createUsers(api: Api) {
  const users = api.of('users', userSchema);
  const success = api.of('users', successSchema);
  const keys = api.of('users', apiKeySchema);
  const at = (id: Id, rest = '') => `/v2/user/${part(id)}${rest}`;
  return {
    ...users.paged('/v2/users', userFilters),
    get: async (id: Id, call?: RequestOptions): Promise<User> => {
      // The platform answers with a list of one.
      const [user] = await users.all('GET', at(id), {}, call);
      if (user === undefined)
        throw new RequestError(`${connectorTitle}: there is no user ${id}`, { connector: connectorTitle });
      return user;
    },
    create: async (input: NewUser, call?: RequestOptions): Promise<User> =>
      users.one('POST', '/v2/user', { json: checkInput('users.create', newUser, input) }, call),
    update: async (id: Id, changes: UserChanges, call?: RequestOptions): Promise<User> =>
      users.one('PATCH', at(id), { json: checkInput('users.update', userChanges, changes) }, call),
    delete: (id: Id, call?: RequestOptions) => success.one('DELETE', at(id), {}, call),
    /** Of the user whose application this is. */
    changePassword: async (input: PasswordChange, call?: RequestOptions): Promise<void> =>
      api.send(
        'PATCH',
        '/v2/user/change-password',
        { json: checkInput('users.changePassword', passwordChange, input) },
        call,
      ),
    createApiKey: (id: Id, call?: RequestOptions) => keys.one('POST', at(id, '/api-key'), {}, call),
  };
}

export function createRoles(api: Api) {
  const roles = api.of('roles', roleSchema);
  const resources = api.of('roles.resources', roleResourcesSchema);
  const path = '/v2/user/roles';
  const at = (id: Id, rest = '') => `${path}/${part(id)}${rest}`;
  return {
    list: (call?: RequestOptions): Promise<Role[]> => roles.all('GET', path, {}, call),
    create: async (input: RoleInput, call?: RequestOptions): Promise<Role> =>
      roles.one('POST', path, { json: checkInput('roles.create', role, input) }, call),
    update: async (id: Id, changes: RoleChanges, call?: RequestOptions): Promise<Role> =>
      roles.one('PATCH', at(id), { json: checkInput('roles.update', roleChanges, changes) }, call),
    delete: (id: Id, call?: RequestOptions) => api.send('DELETE', at(id), {}, call),
    /** What a role may do. */
    resources: {
      get: (roleId: Id, call?: RequestOptions) => resources.one('GET', at(roleId, '/resources'), {}, call),
      add: (roleId: Id, resourceId: Id, call?: RequestOptions) =>
        api.send('POST', at(roleId, `/resources/${part(resourceId)}`), {}, call),
      delete: (roleId: Id, resourceId: Id, call?: RequestOptions) =>
        api.send('DELETE', at(roleId, `/resources/${part(resourceId)}`), {}, call),
    },
  };
}

/** Applications such as the one that this client works with. */
export function createOauthApps(api: Api) {
  const apps = api.of('oauthApps', oauthAppSchema);
  const path = '/v2/oauth/apps';
  return {
    ...apps.paged(path, appFilters, { order: { sort: 'createdAt', sortDir: 'asc' } }),
    get: (uuid: string, call?: RequestOptions) => apps.one('GET', `${path}/${part(uuid)}`, {}, call),
    /** The secret is shown this once. */
    create: async (input: NewApp, call?: RequestOptions) =>
      apps.one('POST', path, { json: checkInput('oauthApps.create', newApp, input) }, call),
    update: async (uuid: string, changes: AppChanges, call?: RequestOptions) =>
      apps.one('PUT', `${path}/${part(uuid)}`, { json: checkInput('oauthApps.update', appChanges, changes) }, call),
  };
}
