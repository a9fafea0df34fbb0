import { getEventListeners } from 'node:events';
import { TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import type { StartTimer } from './deadline.js';
import { createHost } from './host.js';
import { json, scripted } from './scripted.js';

const never = () => new Promise<Response>(() => {});
const reason = new Error('enough');

function handTimers() {
  const started: { ms: number; fire: () => void; stopped: boolean }[] = [];
  const startTimer: StartTimer = (ms, fire) => {
    const timer = { ms, fire, stopped: false };
    started.push(timer);
    return () => {
      timer.stopped = true;
    };
  };
  return { started, startTimer };
}

test('an answer that does not come is a time-out, tried again', async () => {
  const { started, startTimer } = handTimers();
  const fireNext = () => {
    started.at(-1)?.fire();
    return never();
  };
  const { http, clock, requests } = scripted([fireNext], { startTimer, timeoutMs: 1500, retries: 1 });
  const failure = clock.run(http.get('/orders'));
  await expect(failure).rejects.toBeInstanceOf(TransportError);
  await expect(failure).rejects.toThrow('shopworks: the host shop.example did not answer in time (TIMEOUT)');
  expect(requests).toHaveLength(2);
  expect(started.map(timer => [timer.ms, timer.stopped])).toEqual([
    [1500, true],
    [1500, true],
  ]);
});

test('a body that stalls is a time-out as well', async () => {
  const { started, startTimer } = handTimers();
  const stalled = () => new Response(new ReadableStream({ pull: () => started.at(-1)?.fire() }));
  const { http, clock } = scripted([stalled], { startTimer, retries: 0 });
  await expect(clock.run(http.get('/orders', { timeoutMs: 10 }))).rejects.toThrow('TIMEOUT');
});

test('the signal of a call ends its request at once', async () => {
  const call = new AbortController();
  const { http, clock, requests } = scripted([
    () => {
      call.abort(reason);
      return never();
    },
  ]);
  await expect(clock.run(http.get('/orders', { signal: call.signal }))).rejects.toBe(reason);
  expect(requests[0]?.signal.aborted).toBe(true);
});

test('the signal ends an unsigned call as well', async () => {
  const call = new AbortController();
  const stop = () => {
    call.abort(reason);
    return never();
  };
  const { http, clock } = scripted([stop]);
  await expect(clock.run(http.get('/token', { authorize: false, signal: call.signal }))).rejects.toBe(reason);
});

test('the signal of the host ends the wait between attempts', async () => {
  const all = new AbortController();
  const { http, clock } = scripted([json({}, 500)], {}, all.signal);
  const failure = http.get('/orders');
  void clock.host.sleep(300).then(() => all.abort(reason));
  await expect(clock.run(failure)).rejects.toBe(reason);
  expect(clock.elapsed()).toBe(300);
});

test('the signal ends the wait for the rate, for those in the queue as well', async () => {
  const all = new AbortController();
  const limited = json({}, 429, { 'retry-after': '60' });
  const { http, clock, requests } = scripted([limited], { concurrency: 1 }, all.signal);
  const failures = Promise.allSettled([http.get('/first'), http.get('/second')]);
  void clock.host.sleep(300).then(() => all.abort(reason));
  expect(await clock.run(failures)).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ]);
  expect([clock.elapsed(), requests.length]).toEqual([300, 1]);
});

test('nothing is sent once the signal has aborted', async () => {
  const { http, clock, requests } = scripted([json({})], {}, AbortSignal.abort(reason));
  await expect(clock.run(http.get('/orders'))).rejects.toBe(reason);
  expect(requests).toHaveLength(0);
});

test('what is aborted while it is being signed is not sent', async () => {
  const call = new AbortController();
  const { started, startTimer } = handTimers();
  const authorize = async (request: Request) => {
    call.abort(reason);
    return request;
  };
  const { http, clock, requests } = scripted([json({})], { authorize, startTimer });
  await expect(clock.run(http.get('/orders', { signal: call.signal }))).rejects.toBe(reason);
  expect([requests.length, started.length]).toEqual([0, 0]);
});

test('a call whose own signal has aborted is not begun, though the host goes on', async () => {
  const { http, clock, requests } = scripted([json({})], {}, new AbortController().signal);
  await expect(clock.run(http.get('/orders', { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
  expect(requests).toHaveLength(0);
});

test('a long-lived signal does not collect listeners', async () => {
  const [all, call] = [new AbortController().signal, new AbortController().signal];
  const { http, clock } = scripted([json({}, 429), json({}, 500), json({})], {}, all);
  await clock.run(http.get('/orders'));
  await clock.run(http.get('/orders', { signal: call }));
  expect([getEventListeners(all, 'abort'), getEventListeners(call, 'abort')]).toEqual([[], []]);
});

test('a client is as good as new after an aborted call', async () => {
  const call = new AbortController();
  const { http, clock } = scripted(
    [
      () => {
        call.abort(reason);
        return never();
      },
      json({ ok: true }),
    ],
    { concurrency: 1 },
  );
  await expect(clock.run(http.get('/orders', { signal: call.signal }))).rejects.toBe(reason);
  expect((await clock.run(http.get('/orders'))).body).toEqual({ ok: true });
});

test('the sleep of a real host ends with its signal', async () => {
  const host = createHost();
  await host.sleep(0);
  await expect(host.sleep(1e12, AbortSignal.abort(reason))).rejects.toBe(reason);
  const later = new AbortController();
  const asleep = host.sleep(1e12, later.signal);
  later.abort(reason);
  await expect(asleep).rejects.toBe(reason);
});

test('a host can be given another clock', () => {
  const host = createHost({ now: () => new Date(0) });
  expect(host.now().getTime()).toBe(0);
});
