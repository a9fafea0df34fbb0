import { connectors as all } from '@cartograph/connectors';
import { absenceOf, type Connector, type ResourceName, resourceNames } from '@cartograph/core';
import { type CommonOptions, createApp } from '../app.js';
import { countsOf } from '../coverage-pages/counts.js';
import { duration } from '../output/duration.js';
import { table } from '../output/table.js';
import type { Shell } from '../shell.js';

export async function connectors(shell: Shell, options: CommonOptions): Promise<void> {
  const { terminal } = createApp(shell, options);
  if (terminal.json) return terminal.printJson({ connectors: all.map(describe) });
  for (const connector of all) {
    const streams = Object.entries(connector.streams).map(([name, { yields, incremental, lagMs, ...stream }]) => [
      name,
      incremental === 'none' ? 'read whole' : `by ${incremental} time`,
      `${lagMs / 1000} s`,
      duration(stream.everyMs),
      stream.sweepEveryMs === null ? '–' : duration(stream.sweepEveryMs),
      yields.join(', '),
    ]);
    const coverage = resourceNames.map(resource => [resource, ...coverageRow(connector, resource)]);
    terminal.print(`${connector.title} (${connector.id})\n`);
    terminal.print(`${table(['stream', 'incremental', 'overlap', 'every', 'swept every', 'yields'], streams)}\n`);
    terminal.print(`${table(['resource', 'provided', 'derived', 'absent', 'remark'], coverage)}\n`);
  }
  terminal.print('--json shows every field with its rule or reason.');
}

const describe = ({ id, title, streams, coverage }: Connector) => ({
  id,
  title,
  streams: Object.entries(streams).map(([name, { yields, incremental, lagMs, everyMs, sweepEveryMs }]) => ({
    name,
    yields,
    incremental,
    lagMs,
    everyMs,
    sweepEveryMs,
  })),
  coverage,
});

function coverageRow(connector: Connector, resource: ResourceName): string[] {
  const reason = absenceOf(connector.coverage[resource]);
  if (reason !== null) return ['–', '–', '–', reason];
  const { provided, derived, absent } = countsOf(connector, resource);
  return [String(provided), String(derived), String(absent), ''];
}
