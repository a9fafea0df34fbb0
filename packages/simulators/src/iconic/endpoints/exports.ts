import { json, type Route } from '../../http.js';
import { universalText } from '../dates.js';
import { expiryOf, type Job } from '../jobs.js';
import { countedPage, sorted } from '../pages.js';
import { found, Refusal } from '../problems.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';

const formatTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How the platform tells of a job that has just been started. */
export const startedBody = ({ id, uuid }: Job) => ({ exportItemId: id, uuid });

/** Looking at a job brings it on. Its link is relative, and there once the file is. */
export function exportItemBody(world: World, job: Job) {
  const status = world.jobs.look(job);
  return {
    id: job.id,
    userId: seller.userId,
    sellerId: seller.id,
    status,
    isDeleted: false,
    createdAt: universalText(job.createdAt),
    updatedAt: universalText(world.now()),
    expiresAt: universalText(expiryOf(job)),
    requestedFormats: [job.format],
    downloadLinks: status === 'Finished' ? [`/filemanager/v1/files/download/${job.uuid}`] : [],
    exportContent: job.action,
    uuid: job.uuid,
    note: job.note,
  };
}

export function exportRoutes(world: World): Route[] {
  const { jobs } = world;
  return [
    [
      'GET /v2/exports',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 20 });
        const actions = read.texts('exportActions');
        read.require('exportActions', actions);
        const orderBy = read.choice('orderBy', ['id_export_item', 'created_at', 'updated_at']);
        const direction = read.choice('orderDirection', ['ASC', 'DESC']) ?? 'DESC';
        const keyword = read.text('keyword') ?? '';
        read.check();
        const matches = jobs.all.filter(
          ({ action, note }) => actions?.includes(action) && `${action} ${note}`.includes(keyword),
        );
        const rows = sorted(
          matches,
          job => (orderBy === 'id_export_item' ? job.id : job.createdAt),
          ({ id }) => id,
          direction === 'ASC' ? 'asc' : 'desc',
        );
        return countedPage(rows, page, job => exportItemBody(world, job));
      },
    ],
    [
      'GET /v2/exports/:id',
      ({ params }) => json(exportItemBody(world, found(jobs.all.find(({ id }) => String(id) === params.id)))),
    ],
    [
      'GET /filemanager/v1/files/:uuid/status',
      ({ params }) => json({ processStatus: jobs.look(found(jobs.byUuid(params.uuid))) }),
    ],
    [
      // There is no file before the job is done, and none after a week.
      'GET /filemanager/v1/files/download/:uuid',
      ({ params }) => {
        const job = found(jobs.byUuid(params.uuid));
        if (jobs.statusOf(job) !== 'Finished') throw new Refusal(new Response(null, { status: 404 }));
        return new Response(job.content(), { headers: { 'content-type': formatTypes[job.format] ?? 'text/plain' } });
      },
    ],
  ];
}
