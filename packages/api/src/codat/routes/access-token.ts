import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import type { CodatRoute } from '../call.js';
import type { CompanyTokens } from '../company-token.js';

/** A token that reads the data of one company, for a page that is shown to the merchant. */
export function accessTokenRoutes({ host }: Services, tokens: CompanyTokens): readonly CodatRoute[] {
  const handle: CodatRoute['handle'] = async ({ directory, path }) => {
    const { id } = directory.company(path.companyId ?? '');
    const { accessToken, expiresInSeconds } = await tokens.issue(id, host.now());
    return json({ expiresIn: expiresInSeconds, accessToken, tokenType: 'Bearer' });
  };
  // The second is the older name of the first.
  return ['/companies/{companyId}/accessToken', '/companies/{companyId}/connectionManagement/accessToken'].map(
    path => ({
      ...{ method: 'GET', path, scope: 'admin', ofAll: true },
      handle,
    }),
  );
}
