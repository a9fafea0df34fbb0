import { type MagentoConfig, type MagentoConfigInput, secretFields } from '../config.js';

/** Settings of a client as JSON keeps them, without secrets unless they are asked for. */
export function settingsOf(
  config: MagentoConfig,
  { secrets = false }: { readonly secrets?: boolean } = {},
): MagentoConfigInput {
  const auth = Object.entries(config.auth).filter(([field]) => secrets || !secretFields.has(field));
  return { ...config, auth: Object.fromEntries(auth) as MagentoConfigInput['auth'] };
}

/** Settings from JSON; secrets that were left out are given beside it. What is missing is a ConfigError once a client is made. */
export function settingsFromJson(json: string, secrets: Readonly<Record<string, string>> = {}): MagentoConfigInput {
  const { auth, ...settings } = JSON.parse(json) as MagentoConfigInput;
  return { ...settings, auth: { ...auth, ...secrets } as MagentoConfigInput['auth'] };
}
