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
  const rows = results.flatMap(({ connectionId, tallies }) =>
    tallies.map(({ currency, orders, proven, explained, unproven, grand, explainedAmount, unprovenAmount }) => [
      connectionId,
      currency,
      ...[orders, proven, explained, unproven].map(count => figure(count)),
      ...[grand, explainedAmount, unprovenAmount].map(amount => figure(amount, currencyDecimals(currency))),
    ]),
  );
  const head = ['shop', 'currency', 'orders', 'proven', 'explained', 'unproven', 'sold', 'explained by', 'unproven by'];
  const residues = results.flatMap(({ connectionId, unproven }) =>
    unproven.flatMap(({ resource, id, currency, residues }) =>
      residues.map(({ name, stated, computed, residue }) => [
        connectionId,
        resource,
        id,
        name,
        currency,
        stated,
        computed,
        residue,
      ]),
    ),
  );
  if (residues.length === 0) return table(head, rows);
  const shown = table(
    ['shop', 'resource', 'id', 'equation', 'currency', 'stated', 'computed', 'residue'],
    residues.slice(0, mostShown),
  );
  const more = residues.length > mostShown ? `\n… and ${residues.length - mostShown} more: --json shows all.` : '';
  return `${table(head, rows)}\n\nUnproven:\n${shown}${more}`;
}
