import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TransportError } from '@cartograph/core';

const command = fileURLToPath(new URL('../../bin/cartograph.js', import.meta.url));

/** A sandbox in a process of its own, as a shop is. */
export interface RunningSandbox {
  readonly platform: string;
  readonly url: string;
  readonly config: unknown;
  stop(): Promise<void>;
}

export type StartSandbox = (platform: string, orders: number, later: number) => Promise<RunningSandbox>;

export const startSandbox: StartSandbox = async (platform, orders, later) => {
  const child = spawn(
    process.execPath,
    [command, 'sandbox', platform, '--orders', `${orders}`, '--later', `${later}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const { url, config } = JSON.parse(await firstLine(child, platform));
  return { platform, url, config, stop: () => stop(child) };
};

function firstLine(child: ChildProcess, platform: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', code =>
      reject(new TransportError(`the ${platform} sandbox ended with code ${code} before it was ready`)),
    );
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null) return resolve();
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
