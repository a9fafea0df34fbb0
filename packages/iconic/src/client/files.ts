import type { RequestOptions } from '@cartograph/connector-kit';
import { type Host, ResponseError } from '@cartograph/core';
import { connectorTitle } from '../errors.js';
import { fileStatusSchema } from '../records/job.js';
import { type Api, part } from './api.js';
import { type WaitOptions, waitFor } from './waiting.js';

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
export function createFiles(api: Api, host: Host) {
  const statuses = api.of('files', fileStatusSchema);
  const root = '/filemanager/v1/files';
  const status = (uuid: string, call?: RequestOptions) => statuses.one('GET', `${root}/${part(uuid)}/status`, {}, call);
  const fetchFile = (uuid: string, call?: RequestOptions): Promise<DownloadedFile> =>
    download(api, `${root}/download/${part(uuid)}`, {}, call);
  const statusOf = async (uuid: string, call: RequestOptions) => ({ status: (await status(uuid, call)).processStatus });
  return {
    status,
    download: fetchFile,
    /** The file, when it is there; rejects when it is not made. */
    wait: async (uuid: string, options?: WaitOptions): Promise<DownloadedFile> => {
      await waitFor(`file ${uuid}`, call => statusOf(uuid, call), host, options);
      return fetchFile(uuid, options);
    },
  };
}
