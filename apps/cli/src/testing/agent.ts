import { Agent } from 'node:https';
import { connect } from 'node:net';

/**
 * For clients that know no other address than https://api.bigcommerce.com but take an agent: every connection that they
 * ask it for goes to the sandbox instead, unencrypted. What they write and read on it stays as it is.
 */
export function createAgent(sandbox: string): Agent {
  const { hostname, port } = new URL(sandbox);
  return Object.assign(new Agent(), { createConnection: () => connect(Number(port), hostname) });
}
