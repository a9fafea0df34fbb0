import { importsOf, isSource, isTest, packageOf, type SourceFile } from './repository.js';

/** What is wrong, one sentence each; empty when the rule is kept. */
export type LayoutRule = (files: readonly SourceFile[]) => string[];

const connectorPackages = ['iconic', 'bigcommerce', 'magento'];
const ours = '@cartograph/';

/** Package by package: what its sources may import beside Node's own modules and its own files. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['zod', 'big.js'],
  'connector-kit': ['core', 'ky', 'undici', 'p-queue', 'date-fns', '@date-fns/tz', 'zod'],
  iconic: ['core', 'connector-kit', 'zod'],
  bigcommerce: ['core', 'connector-kit', 'jose', 'zod'],
  magento: ['core', 'connector-kit', 'zod'],
  connectors: ['core', ...connectorPackages],
  storage: ['core', 'better-sqlite3'],
  sync: ['core', 'p-queue'],
  webhooks: ['core', 'standardwebhooks'],
  api: ['core', 'sync', 'codat', 'webhooks', 'hono', 'zod'],
  codat: ['core', 'zod'],
  conformance: ['core', 'zod'],
  simulators: [],
};

/** And what only its tests may import. */
const allowedInTests: Readonly<Record<string, readonly string[]>> = {
  iconic: ['conformance', 'simulators', 'sync'],
  bigcommerce: ['conformance', 'simulators', 'sync'],
  magento: ['conformance', 'simulators', 'sync'],
  storage: ['conformance'],
  sync: ['storage', 'conformance'],
  webhooks: ['storage'],
  api: [
    ...['storage', 'connectors', 'connector-kit', 'simulators'],
    ...['@codat/commerce', '@codat/platform', 'axios', 'standardwebhooks'],
  ],
  codat: ['storage', 'sync', 'connectors', 'connector-kit', 'simulators'],
};

const namesNoPlatform = ['core', 'connector-kit', 'storage', 'sync', 'api', 'codat', 'conformance'];
const platformName = /iconic|bigcommerce|magento|sellercenter/i;
/** Belongs to apps: the environment, the console, the end of the process, a log of one's own. */
const appOnly = /\bprocess\.(?:env|exit)\b|\bconsole\.|\bfrom 'pino'/;

const inPackages = (file: SourceFile): boolean => file.path.startsWith('packages/') && isSource(file);
const sentences = <Item>(
  items: readonly Item[],
  wrong: (item: Item) => boolean,
  say: (item: Item) => string,
): string[] => items.filter(wrong).map(say);

export const layoutRules: Readonly<Record<string, LayoutRule>> = {
  'a package imports only what the architecture allows it': files =>
    files.filter(inPackages).flatMap(file => {
      const name = packageOf(file);
      const may = [
        ...(allowed[name] ?? []),
        ...(isTest(file) ? [...(allowedInTests[name] ?? []), 'vitest', 'fast-check', 'big.js', 'zod'] : []),
      ];
      const used = importsOf(file).filter(specifier => !specifier.startsWith('node:'));
      const wrong = used.filter(specifier => !may.includes(specifier.replace(ours, '')));
      return wrong.map(specifier => `${file.path} imports ${specifier}`);
    }),

  'every package is on the architecture page': files =>
    sentences(
      [...new Set(files.filter(inPackages).map(packageOf))],
      name => !(name in allowed),
      name => `packages/${name} has no line in the table of what it may import`,
    ),

  'no line outside a connector names a platform': files =>
    sentences(
      files.filter(file => inPackages(file) && !isTest(file) && !file.path.includes('/layout/')),
      file => namesNoPlatform.includes(packageOf(file)) && platformName.test(file.text),
      ({ path, text }) => `${path} names ${platformName.exec(text)?.[0]}`,
    ),

  'environment, console, exit and log belong to apps': files =>
    sentences(
      files.filter(file => inPackages(file) && !file.path.includes('/layout/')),
      ({ text }) => appOnly.test(text),
      ({ path, text }) => `${path} uses ${appOnly.exec(text)?.[0]}`,
    ),

  'an app reads its environment in env.ts alone': files =>
    sentences(
      files.filter(file => file.path.startsWith('apps/') && isSource(file) && !isTest(file)),
      ({ path, text }) => !path.endsWith('/env.ts') && /\bprocess\.env\b/.test(text),
      ({ path }) => `${path} reads process.env`,
    ),

  'the connectors have the same tree': files =>
    connectorPackages.flatMap(name => {
      const paths = files.map(({ path }) => path).filter(path => path.startsWith(`packages/${name}/`));
      const needed = [
        'README.md',
        'package.json',
        ...['index', 'config', 'client', 'connector', 'shop', 'errors', `${name}.test`].map(file => `src/${file}.ts`),
      ];
      const missing = needed.filter(path => !paths.includes(`packages/${name}/${path}`));
      const folders = ['src/native/', 'src/mapping/'].filter(
        folder => !paths.some(path => path.startsWith(`packages/${name}/${folder}`)),
      );
      return [...missing, ...folders].map(path => `packages/${name} has no ${path}`);
    }),

  'no file is longer than 400 lines, and nine in ten are shorter than 200': files => {
    const sources = files.filter(file => isSource(file) && !isTest(file));
    const long = sources.filter(({ text }) => lines(text) > 200);
    return [
      ...sentences(
        sources,
        ({ text }) => lines(text) > 400,
        ({ path, text }) => `${path} has ${lines(text)} lines`,
      ),
      ...(long.length * 10 > sources.length
        ? [`${long.length} of ${sources.length} files are longer than 200 lines`]
        : []),
    ];
  },

  'versions stand in the catalog alone': files =>
    files
      .filter(({ path }) => path.endsWith('/package.json'))
      .flatMap(({ path, text }) => {
        const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(text);
        return ['dependencies', 'devDependencies', 'peerDependencies'].flatMap(kind =>
          sentences(
            Object.entries(manifest[kind] ?? {}),
            ([, version]) => version !== 'catalog:' && version !== 'workspace:*',
            ([name, version]) => `${path}: ${name} is ${version}`,
          ),
        );
      }),
};

const lines = (text: string): number => text.trimEnd().split('\n').length;
