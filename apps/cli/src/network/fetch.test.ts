import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { createHost } from '@cartograph/connector-kit';
import { describe, expect, it } from 'vitest';
import { listen, listenNoMore } from '../testing/listen.js';

const { fetch } = createHost();

describe('the fetch of a host', () => {
  it('sends method, headers and body, and hands out status, headers and body', async () => {
    const url = await listen(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.writeHead(201, { 'x-method': request.method, 'set-cookie': ['a=1', 'b=2'] });
      response.end(JSON.stringify({ type: request.headers['content-type'], text: Buffer.concat(chunks).toString() }));
    });
    const answer = await fetch(url, { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'Grüße' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-method')).toBe('PUT');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await answer.json()).toEqual({ type: 'text/plain', text: 'Grüße' });
  });

  const text = 'so many words, so many words';
  it.each([
    ['gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate, without its header', deflateRawSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('undoes %s', async (coding, body) => {
    const url = await listen((_request, response) =>
      response.setHeader('content-encoding', coding.replace(', without its header', '')).end(body),
    );
    expect(await (await fetch(url)).text()).toBe(text);
  });

  it('hands out a long body, once or from a copy', async () => {
    const long = 'wörds and words '.repeat(20_000);
    const url = await listen((_request, response) => response.end(long));
    const answer = await fetch(url);
    expect(await answer.clone().text()).toBe(long);
    expect(await answer.text()).toBe(long);
    await expect(answer.text()).rejects.toThrow();
  });

  it('leaves a body in a coding that it does not know as it came', async () => {
    const url = await listen((_request, response) => response.setHeader('content-encoding', 'zpaq').end(text));
    expect(await (await fetch(url)).text()).toBe(text);
  });

  it('says which codings it undoes, unless the caller does', async () => {
    const url = await listen((request, response) => response.end(request.headers['accept-encoding']));
    expect(await (await fetch(url)).text()).toBe('gzip, deflate, br');
    expect(await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).text()).toBe('identity');
  });

  it('hands out an answer without a body', async () => {
    const url = await listen((_request, response) => response.writeHead(204).end());
    const answer = await fetch(url);
    expect(answer.status).toBe(204);
    expect(answer.body).toBeNull();
  });

  it('follows a redirect, hands it out, or refuses it, as it is told', async () => {
    const url = await listen((request, response) => {
      if (request.url === '/end') response.end('there');
      else response.writeHead(302, { location: '/end' }).end();
    });
    expect(await (await fetch(url)).text()).toBe('there');
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
    await expect(fetch(url, { redirect: 'error' })).rejects.toThrow('fetch failed');
  });

  it('ends with the reason of its signal, before and during the call', async () => {
    const stopping = new AbortController();
    const url = await listen(() => stopping.abort(new Error('enough')));
    await expect(fetch(url, { signal: stopping.signal })).rejects.toThrow('enough');
    await expect(fetch(url, { signal: stopping.signal })).rejects.toThrow('enough');
    await expect(fetch(new Request(url, { signal: stopping.signal }))).rejects.toThrow('enough');
  });

  it('tells what the network said as the cause', async () => {
    await expect(fetch(await listenNoMore())).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('fails where the connection ends within the body', async () => {
    const url = await listen((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setImmediate(() => response.destroy());
    });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});
