import { currencyDecimals } from '@cartograph/core';
import { type Reconciliation, reconcile as reconcileConnection } from '@cartograph/sync';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import { figure, table } from '../output/table.js';
import type { Shell } from '../shell.js';

const mostShown = 20;

export async function reconcile(
  shell: Shell,
  options: CommonOptions & { readonly connection?: string },
): Promise<void> {
  const app = createApp(shell, options);
  const results = await app.withStorage(async storage => {
    const chosen = await chooseConnections(storage, options.connection ? [options.connection] : []);
    const found: Reconciliation[] = [];
    for (const connection of chosen) found.push(await reconcileConnection(storage, connection));
    return found;
  });
  if (app.terminal.json) app.terminal.printJson({ reconciliations: results });
  else app.terminal.print(describeReconciliations(results));
  if (results.some(({ unproven }) => unproven.length > 0)) shell.exitCode = 1;
}

export function describeReconciliations(results: readonly Reconciliation[]): string {
  const summary = table(summaryHead, results.flatMap(summaryRows));
  const residues = results.flatMap(residueRows);
  if (residues.length === 0) return summary;
  const shown = table(residueHead, residues.slice(0, mostShown));
  const more = residues.length > mostShown ? `\n… and ${residues.length - mostShown} more: --json shows all.` : '';
  return `${summary}\n\nUnproven:\n${shown}${more}`;
}

const summaryHead = [
  ...['shop', 'currency', 'resource', 'records', 'proven', 'explained', 'unproven'],
  ...['amount', 'explained by', 'unproven by'],
];

const summaryRows = ({ connectionId, tallies }: Reconciliation): string[][] =>
  tallies.map(({ resource, currency, count, proven, explained, unproven, amount, explainedAmount, unprovenAmount }) => [
    connectionId,
    currency,
    resource,
    ...[count, proven, explained, unproven].map(records => figure(records)),
    ...[amount, explainedAmount, unprovenAmount].map(money => figure(money, currencyDecimals(currency))),
  ]);

const residueHead = ['shop', 'resource', 'id', 'equation', 'in', 'stated', 'computed', 'residue'];

const residueRows = ({ connectionId, unproven }: Reconciliation): string[][] =>
  unproven.flatMap(({ resource, id, currency, residues }) =>
    residues.map(({ name, stated, computed, residue, unit }) => [
      connectionId,
      resource,
      id,
      name,
      unit ?? currency,
      stated,
      computed,
      residue,
    ]),
  );
