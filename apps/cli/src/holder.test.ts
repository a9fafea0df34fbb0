import { spawn, spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { createHolder } from './holder.js';

const { owner, holder, isDead } = createHolder(() => new Date('2026-01-01T00:00:00Z'));

test('a process says who it is, to people and to others', () => {
  expect(holder).toBe(`pid ${process.pid} on ${hostname()}, since 2026-01-01T00:00:00.000Z`);
  expect(owner).toMatch(new RegExp(`^${hostname()} ${process.pid} `));
  expect(isDead(owner)).toBe(false);
});

test('a process of this machine that has ended is dead', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(isDead(`${hostname()} ${pid} 1`)).toBe(true);
});

const onLinuxAlone = 'only Linux tells when a process began, and that one has ended which nobody has asked about';

test('a process that has the number of a dead one is not taken for it', ({ skip }) => {
  skip(process.platform !== 'linux', onLinuxAlone);
  expect(isDead(`${hostname()} ${process.pid} earlier-boot/12345`)).toBe(true);
});

test('nothing is known of the processes of other machines', () => {
  expect(isDead('elsewhere 1 1')).toBe(false);
  expect(isDead('a run')).toBe(false);
});

test('a process that was killed is dead before its parent has taken note', ({ skip }) => {
  skip(process.platform !== 'linux', onLinuxAlone);
  // The shell gives way to a program that never asks what became of the child.
  const script = 'sleep 0 & echo $!; exec sleep 5';
  const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void parent.kill());
  return new Promise<void>(resolve => {
    parent.stdout.once('data', async (text: Buffer) => {
      await expect.poll(() => isDead(`${hostname()} ${text.toString().trim()} 1`)).toBe(true);
      resolve();
    });
  });
});
