import { expect, test } from 'vitest';
import { createProgram } from './program.js';
import { connectShop, openShop } from './testing/shop.js';
import { createUser } from './testing/user.js';

const top = createProgram(process).commands;
/** Also those that stand below another, such as `keys list`. */
const commands = top.flatMap(command =>
  command.commands.length === 0
    ? [[command.name(), command] as const]
    : command.commands.map(inner => [`${command.name()} ${inner.name()}`, inner] as const),
);

test.each(commands)('%s has help, --db and --json', async (name, command) => {
  const { out, err, exitCode } = await createUser().run(...name.split(' '), '--help');
  expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
  expect(out).toContain(`Usage: cartograph ${name}`);
  expect(out).toContain(command.description().slice(0, 40));
  expect(out).toContain('--db <file>');
  expect(out).toContain('--json');
});

test('help lists every command', async () => {
  const { out, exitCode } = await createUser().run('--help');
  expect(exitCode).toBe(0);
  for (const command of top) expect(out).toContain(`\n  ${command.name()} `);
});

test('the version is told', async () => {
  expect(await createUser().run('--version')).toEqual({ out: '0.1.0\n', err: '', exitCode: 0 });
});

test.each([
  [['conect'], /error: unknown command 'conect'\n\(Did you mean connect\?\)/],
  [['get', 'orders', '--connection', 'x'], /error: missing required argument 'id'/],
  [['connect', 'iconic', 'x'], /error: required option '--config <file>' not specified/],
  [['status', '--jsno'], /error: unknown option '--jsno'\n\(Did you mean --json\?\)/],
  [['status', 'extra'], /error: too many arguments/],
])('%j is refused, with a hint', async (words, said) => {
  const { out, err, exitCode } = await createUser().run(...words);
  expect({ out, exitCode }).toEqual({ out: '', exitCode: 1 });
  expect(err).toMatch(said);
  expect(err).toContain('(--help shows how)');
});

test('a command line that does not parse is one JSON value with --json', async () => {
  const { out, exitCode } = await createUser().run('disconnect', '--json');
  expect(JSON.parse(out)).toEqual({ error: { code: 'usage', message: "missing required argument 'name'" } });
  expect(exitCode).toBe(1);
});

test('without any command, the help says what there is, and the exit code is 1', async () => {
  const { err, exitCode } = await createUser().run();
  expect(exitCode).toBe(1);
  expect(err).toContain('Usage: cartograph');
});

test('every command prints one JSON value with --json, and fails with one', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 3 })];
  await connectShop(user, shop, 'shop');
  const order = shop.simulator.truth().orders?.[0] ?? '';
  const file = user.file('payload.json', []);
  const good: Readonly<Record<string, readonly string[]>> = {
    connect: ['bigcommerce', 'shop', '--config', user.file('again.json', shop.config)],
    connections: [],
    pause: ['shop'],
    resume: ['shop'],
    sync: ['--full'],
    status: [],
    runs: [],
    changes: [],
    'set-aside': ['--retry'],
    renormalize: [],
    drift: ['--accept'],
    list: ['orders'],
    get: ['orders', order, '--connection', 'shop', '--native'],
    explain: ['orders', order, '--connection', 'shop'],
    reconcile: [],
    normalize: ['bigcommerce', 'orders', file],
    validate: ['bigcommerce', 'orders', user.file('order.json', {})],
    connectors: [],
    'keys create': ['reports'],
    'keys list': [],
    disconnect: ['shop'],
  };
  const apart = ['sandbox', 'demo', 'serve', 'keys revoke'];
  expect(Object.keys(good).concat(apart).toSorted()).toEqual(commands.map(([name]) => name).toSorted());
  for (const [name, words] of Object.entries(good)) {
    const value = await user.json<object>(...name.split(' '), ...words);
    expect(value, name).toBeTypeOf('object');
    expect(value, name).not.toHaveProperty('error');
  }
  for (const words of [
    ['sync'],
    ['renormalize'],
    ['reconcile'],
    ['disconnect', 'x'],
    ['get', 'orders', '1', '--connection', 'x'],
  ]) {
    const { out, exitCode } = await user.run(...words, '--json');
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'config', message: expect.stringContaining('no connection') },
    });
    expect(exitCode).toBe(1);
  }
});

test('the database is --db, or else CARTOGRAPH_DB', async () => {
  const user = createUser();
  await connectShop(user, await openShop('bigcommerce', { orders: 3 }));
  const other = user.file('other.db', '');
  expect(await user.json('connections', '--db', other)).toEqual({ connections: [] });
  expect((await user.json<{ connections: object[] }>('connections')).connections).toHaveLength(1);
});

test('settings that were stored under another key do not open, and the sentence says what to do', async () => {
  const user = createUser({ CARTOGRAPH_KEY: 'ab'.repeat(32) });
  await connectShop(user, await openShop('bigcommerce', { orders: 3 }), 'shop');
  const another = { CARTOGRAPH_KEY: 'cd'.repeat(32) };
  const { err, exitCode } = await user.start(['sync'], '', another).done;
  expect(exitCode).toBe(1);
  expect(err).toMatch(/^cartograph: the stored settings of "shop" do not open with this key: set CARTOGRAPH_KEY .*\n$/);
  expect((await user.run('sync')).exitCode).toBe(0);
});

test('the log tells of each request that is repeated, and of no secret', async () => {
  const user = createUser({ CARTOGRAPH_LOG: 'debug' });
  const shop = await openShop('bigcommerce', { orders: 3 });
  let refusals = 1;
  shop.answer = () =>
    refusals-- > 0 ? new Response(null, { status: 503, headers: { 'retry-after': '0' } }) : undefined;
  await connectShop(user, shop);
  refusals = 1;
  const { err, exitCode } = await user.run('sync');
  expect(exitCode).toBe(0);
  expect(err).toMatch(/"status":503.*"msg":"repeating"/);
});
