import { ConfigError } from '@cartograph/core';
import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { reportFailure, reportMisuse } from './failure.js';
import { Interrupted } from './interrupt.js';
import { createLogger } from './logger.js';
import { createCaptured } from './testing/captured.js';

const createSpeaker = () => ({ stdout: createCaptured(), stderr: createCaptured(), exitCode: 0 });

function reported(error: unknown, json: boolean) {
  const [speaker, log] = [createSpeaker(), createCaptured()];
  reportFailure(error, speaker, createLogger('error', log), json);
  return { out: speaker.stdout.text(), err: speaker.stderr.text(), log: log.text(), exitCode: speaker.exitCode };
}

test('an expected failure is one sentence on standard error and the exit code 1', () => {
  const { out, err, exitCode } = reported(new ConfigError('there is no connection "x"'), false);
  expect({ out, err, exitCode }).toEqual({ out: '', err: 'cartograph: there is no connection "x"\n', exitCode: 1 });
});

test('with --json, the failure is also an object on standard output', () => {
  const { out, err } = reported(new ConfigError('there is no connection "x"'), true);
  expect(out).toBe('{"error":{"code":"config","message":"there is no connection \\"x\\""}}\n');
  expect(err).toBe('cartograph: there is no connection "x"\n');
});

test('a bug is called one, without its stack, which is in the log', () => {
  const { out, err, log } = reported(new TypeError('x is not a function'), true);
  expect(err).toBe(
    'cartograph: something went wrong that should not: x is not a function (CARTOGRAPH_LOG=error shows where)\n',
  );
  expect(JSON.parse(out)).toEqual({ error: { code: 'internal', message: 'x is not a function' } });
  expect(JSON.parse(log).stack).toContain('failure.test.ts');
});

test('what is thrown and is no error is told as well', () => {
  expect(reported('nothing left', false).err).toContain('nothing left');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a command that was stopped by %s ends with the exit code %i', (signal, exitCode) => {
  expect(reported(new Interrupted(signal), false)).toMatchObject({
    err: `cartograph: stopped by ${signal}\n`,
    exitCode,
  });
});

test('a command line that does not parse is an object with --json', () => {
  const speaker = createSpeaker();
  reportMisuse(
    new CommanderError(1, 'commander.missingArgument', "error: missing required argument 'name'"),
    speaker,
    true,
  );
  expect(speaker.exitCode).toBe(1);
  expect(JSON.parse(speaker.stdout.text())).toEqual({
    error: { code: 'usage', message: "missing required argument 'name'" },
  });
});

test('help is no failure', () => {
  const speaker = createSpeaker();
  reportMisuse(new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'), speaker, true);
  expect({ out: speaker.stdout.text(), exitCode: speaker.exitCode }).toEqual({ out: '', exitCode: 0 });
});
