import { Command } from 'commander';
import type { Shell } from './shell.js';

const dbOption = ['--db <file>', 'database file (default: CARTOGRAPH_DB, else cartograph.db)'] as const;
const everyOption = [
  '--every <cadence>',
  'how often streams are read: 10m for all, orders=2m for one; unless told, as "cartograph connectors" shows',
  (one: string, others: readonly string[] = []) => [...others, one],
] as const;
const jsonOption = ['--json', 'print one JSON object'] as const;

/** The command line. Commands load what they need when they run, so that --help is quick. */
export function createProgram(shell: Shell): Command {
  const program = new Command('cartograph')
    .description("Every store's commerce data in one model: exact, explained, in your own database.")
    .version('0.1.0')
    .showHelpAfterError('(--help shows how)')
    .exitOverride()
    .configureOutput({ writeOut: text => shell.stdout.write(text), writeErr: text => shell.stderr.write(text) });
  const command = (usage: string, description: string, parent = program) =>
    parent
      .command(usage)
      .description(description)
      .option(...dbOption)
      .option(...jsonOption);

  command('connect <platform> <name>', 'check a shop and store its settings, encrypted')
    .requiredOption('--config <file>', 'JSON file with the settings of the platform; - reads standard input')
    .addHelpText(
      'after',
      '\nThe settings of each platform: docs/getting-started.md\nExample: cartograph connect bigcommerce my-shop --config shop.json',
    )
    .action(async (platform, name, options) =>
      (await import('./commands/connect.js')).connect(shell, platform, name, options),
    );

  command('connections', 'the shops that are connected').action(async options =>
    (await import('./commands/connections.js')).connections(shell, options),
  );

  command('disconnect <name>', 'forget a shop and everything that was read from it').action(async (name, options) =>
    (await import('./commands/disconnect.js')).disconnect(shell, name, options),
  );

  command('pause <name>', 'leave a shop alone until it is resumed; what was read of it stays')
    .option('--because <text>', 'the reason, for whoever looks')
    .action(async (name, options) => (await import('./commands/pause.js')).pause(shell, name, options));

  command('resume <name>', 'read a shop again that was paused').action(async (name, options) =>
    (await import('./commands/pause.js')).resume(shell, name, options),
  );

  command('sync [names...]', 'read what changed since the last run; all connections unless named')
    .option('--full', 'read everything again, and mark as deleted what is gone')
    .option('--newest-first', 'read what was never read in slices that go back: this month first')
    .option('--sweep', 'read all ids after that, and mark as deleted what is gone, whether or not it is due')
    .option('--watch', 'go on until stopped: each stream when it is due')
    .option(...everyOption)
    .option('--stream <names...>', 'only these streams')
    .addHelpText(
      'after',
      '\nCtrl-C ends cleanly; the next run goes on from there. Exit code 1 when a stream did not complete.',
    )
    .action(async (names, options) => (await import('./commands/sync.js')).sync(shell, names, options));

  command('status', 'how many records there are, how the last runs ended, and how fresh each stream is')
    .option(...everyOption)
    .action(async options => (await import('./commands/status.js')).status(shell, options));

  command('runs [names...]', 'the last runs, newest first: what each stream read, and whether it met the end')
    .option('--limit <n>', 'so many of each connection', '5')
    .action(async (names, options) => (await import('./commands/runs.js')).runs(shell, names, options));

  command('set-aside', 'the records that could not be translated, with the reason')
    .option('--retry', 'translate them again from their stored bodies; ask the shop for what it could not serve')
    .action(async options => (await import('./commands/set-aside.js')).setAside(shell, options));

  command('renormalize', 'make all records anew from their stored native bodies, with no request to the shop')
    .option('--connection <name>', 'only this connection')
    .option('--stream <names...>', 'only these streams')
    .addHelpText(
      'after',
      '\nFor after an upgrade: tells what changed, by field. Ctrl-C is safe, and so is running it again.',
    )
    .action(async options => (await import('./commands/renormalize.js')).renormalize(shell, options));

  command('drift', 'how what the shops send differs from what they sent when they were first read whole')
    .option('--connection <name>', 'only this connection')
    .option('--accept', 'show it for the last time')
    .addHelpText('after', '\nNew fields, types and values, and fields that vanished: types and lengths, never content.')
    .action(async options => (await import('./commands/drift.js')).drift(shell, options));

  command('list <resource>', 'records of one kind over all shops or one')
    .option('--connection <name>', 'only this connection')
    .option('--since <date>', 'only what changed in the store at or after this date')
    .option('--limit <n>', 'at most this many; 0 for all', '100')
    .action(async (resource, options) => (await import('./commands/list.js')).list(shell, resource, options));

  command('changes', 'what became of the records of the store, in order and under numbers without gaps')
    .option('--since <n>', 'only what comes after this number', '0')
    .option('--limit <n>', 'at most this many; 0 for all (default: 1000, and all with --follow)')
    .option('--follow', 'tell what changes from now on as well, a line each, until stopped')
    .option('--connection <name>', 'only this connection')
    .option('--resource <name>', 'only records of this kind')
    .addHelpText(
      'after',
      '\nA consumer keeps the number that it processed last, and asks with --since for what follows.',
    )
    .action(async options => (await import('./commands/changes.js')).changes(shell, options));

  command('get <resource> <id>', 'one record')
    .requiredOption('--connection <name>', 'the connection it was read through')
    .option('--native', 'as the platform sent it')
    .action(async (resource, id, options) => (await import('./commands/get.js')).get(shell, resource, id, options));

  command('explain <resource> <id> [field]', 'where each value of a record comes from: native fields, rules, reasons')
    .requiredOption('--connection <name>', 'the connection it was read through')
    .addHelpText(
      'after',
      '\nA field shows all that is below it.\nExample: cartograph explain orders 1001 totals --connection my-shop',
    )
    .action(async (resource, id, field, options) =>
      (await import('./commands/explain.js')).explain(shell, resource, id, field, options),
    );

  command('reconcile', 'whether all money adds up to the platform’s own figures, by shop and currency')
    .option('--connection <name>', 'only this connection')
    .addHelpText('after', '\nExit code 1 when an order, refund, payment or payout is unproven.')
    .action(async options => (await import('./commands/reconcile.js')).reconcile(shell, options));

  command(
    'normalize <platform> <stream> <file>',
    'translate native JSON (one record or a list; - reads standard input) with no database and no network',
  )
    .option('--shop <file>', 'JSON file with what is known of the shop (currency, timeZone…)')
    .action(async (platform, stream, file, options) =>
      (await import('./commands/normalize.js')).normalize(shell, platform, stream, file, options),
    );

  command(
    'validate <platform> <stream> <file>',
    'what native JSON (one record or a list; - reads standard input) would become, and what would be set aside and why',
  )
    .option('--shop <file>', 'JSON file with what is known of the shop (currency, timeZone…)')
    .addHelpText(
      'after',
      '\nNeeds no database and no network. Exit code 1 when a record would be set aside or is unproven.\nExample: cartograph validate magento orders export.json',
    )
    .action(async (platform, stream, file, options) =>
      (await import('./commands/validate.js')).validate(shell, platform, stream, file, options),
    );

  command('connectors', 'the platforms, their streams, and what they provide of the model').action(async options =>
    (await import('./commands/connectors.js')).connectors(shell, options),
  );

  command('sandbox [platform]', "serve a platform's API with a made-up shop on 127.0.0.1, until stopped")
    .option('--port <n>', 'port; 0 takes a free one', '0')
    .option('--orders <n>', "orders in the shop's history", '1000')
    .option('--seed <n>', 'equal seeds make equal shops', '1')
    .option('--later <n>', 'things that happened after the history: new orders, refunds, edits', '0')
    .option('--profile <names...>', 'ways to misbehave that are switched on')
    .option('--profiles', 'list the ways to misbehave, of one platform or of all')
    .addHelpText('after', '\nExample: cartograph sandbox magento --profile rate-limited truncated-json')
    .action(async (platform, options) => (await import('./commands/sandbox.js')).sandbox(shell, platform, options));

  command('serve', 'the REST API over everything that is stored, and its webhooks, until stopped; /docs shows it')
    .option('--port <n>', 'port; 0 takes a free one', '8080')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--watch', 'read the shops beside it, as sync --watch does')
    .option(...everyOption)
    .option('--cors <origins...>', 'origins whose pages may ask from a browser')
    .option('--allow-private', 'let shops and webhooks have addresses of this machine and its network')
    .action(async options => (await import('./commands/serve.js')).serve(shell, options));

  const keys = program.command('keys').description('who may ask the REST API');
  command('create <name>', 'make a key and print it, once', keys)
    .option('--scope <scope>', 'read, write (starts runs) or admin (connects shops)', 'read')
    .option('--connection <names...>', 'only for these connections')
    .option('--per-minute <n>', 'requests that it may ask in a minute', '6000')
    .action(async (name, options) => (await import('./commands/keys.js')).createKey(shell, name, options));
  command('list', 'the keys there are, without what opens them', keys).action(async options =>
    (await import('./commands/keys.js')).listKeys(shell, options),
  );
  command('revoke <id>', 'let a key open nothing from now on', keys).action(async (id, options) =>
    (await import('./commands/keys.js')).revokeKey(shell, id, options),
  );

  command('demo', 'three sandboxes, connected, synced and proven; a second time it reads only what changed')
    .option('--orders <n>', 'orders in each shop', '1200')
    .action(async options => (await import('./demo/demo.js')).demo(shell, options));

  return program;
}
