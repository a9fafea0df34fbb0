import { type Connector, type ErrorCode, isCommerceError, parseConfig, type ShopContext } from '@cartograph/core';
import type { Services } from '../route.js';
import { CodatError } from './error.js';

type Settings = Readonly<Record<string, unknown>>;

/** Settings as Codat's clients send them: all of them text, and those within others with a point in the name. */
export function readSettings(connector: Connector, given: Settings): Settings {
  const settings = nested(given);
  if (connector.config.safeParse(settings).success) return settings;
  const spelled = nested(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, scalarOf(value)])));
  if (connector.config.safeParse(spelled).success) return spelled;
  parseConfig(connector, settings);
  return settings;
}

const scalarOf = (value: unknown): unknown =>
  typeof value === 'string' && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value) ? JSON.parse(value) : value;

function nested(given: Settings): Settings {
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const [first = '', ...rest] = name.split('.');
    if (rest.length === 0) settings[first] = value;
    else settings[first] = { ...(settings[first] as object | undefined), ...nested({ [rest.join('.')]: value }) };
  }
  return settings;
}

const refusals: readonly ErrorCode[] = ['config', 'auth', 'request', 'response'];

/** Asks the shop whether the settings are right. Throws a CodatError where it refuses them. */
export async function greet({ host }: Services, connector: Connector, settings: Settings): Promise<ShopContext> {
  const config = parseConfig(connector, settings);
  try {
    return await connector.open(config, host).check();
  } catch (error) {
    if (isCommerceError(error) && refusals.includes(error.code))
      throw new CodatError(400, `Error processing request - ${error.message}`);
    throw error;
  }
}
