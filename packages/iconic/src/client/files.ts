import type { RequestOptions } from '@cartograph/connector-kit';
import { ResponseError } from '@cartograph/core';
import { connectorTitle } from '../errors.js';
import { fileStatusSchema } from '../record/job.js';
import { type Api, part } from './api.js';

export interface DownloadedFile {
  readonly data: Uint8Array;
  /** As the platform calls it, such as `application/pdf`; null where it says nothing. */
  readonly type: string | null;
}

/** A file as it is. */
export async function download(
  api: Api,
  path: string,
  query: object = {},
  call?: RequestOptions,
): Promise<DownloadedFile> {
  const { body, headers } = await api.request('GET', path, { query, bytes: true, headers: { accept: '*/*' } }, call);
  if (!(body instanceof Uint8Array))
    throw new ResponseError(`${connectorTitle}: ${path} answers with no file`, { connector: connectorTitle });
  return { data: body, type: headers.get('content-type') };
}

/** What exports and documents end up as. */
export function createFiles(api: Api) {
  const statuses = api.of('files', fileStatusSchema);
  const root = '/filemanager/v1/files';
  return {
    status: (uuid: string, call?: RequestOptions) => statuses.one('GET', `${root}/${part(uuid)}/status`, {}, call),
    download: (uuid: string, call?: RequestOptions): Promise<DownloadedFile> =>
      download(api, `${root}/download/${part(uuid)}`, {}, call),
  };
}
