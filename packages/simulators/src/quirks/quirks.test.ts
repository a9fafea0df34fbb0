import { describe, expect, test } from 'vitest';
import {
  bigcommerceProfiles,
  createBigCommerceSimulator,
  createIconicSimulator,
  createMagentoSimulator,
  iconicProfiles,
  magentoProfiles,
} from '../index.js';

const platforms = [
  { platform: 'iconic', create: createIconicSimulator, profiles: iconicProfiles },
  { platform: 'bigcommerce', create: createBigCommerceSimulator, profiles: bigcommerceProfiles },
  { platform: 'magento', create: createMagentoSimulator, profiles: magentoProfiles },
];

const ask = (number: number) => new Request(`http://shop.test/${number}`);

describe.each(platforms)('$platform', ({ platform, create, profiles }) => {
  const shop = (...names: string[]) => create({ orders: 2, profiles: names });
  const statuses = async (...names: string[]) => {
    const { fetch } = shop(...names);
    const answers: number[] = [];
    for (let number = 0; number < 60; number += 1) answers.push((await fetch(ask(number))).status);
    return answers;
  };

  test('has profiles of different names, each described in a sentence', () => {
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length);
    expect(profiles.filter(({ description }) => !/^[A-Z].*[^.]$/.test(description))).toEqual([]);
  });

  test('takes all of them', () => {
    expect(shop(...profiles.map(({ name }) => name)).platform).toBe(platform);
  });

  test('refuses an unknown profile with the list of those there are', () => {
    expect(() => shop('html-503', 'full-moon')).toThrow(RangeError);
    expect(() => shop('full-moon')).toThrow(
      `${platform} has no quirk profile "full-moon"; it has ${profiles.map(({ name }) => name).join(', ')}`,
    );
  });

  test('disturbs nothing without a profile', async () => {
    expect(await statuses()).not.toContain(503);
    const { fetch, counts } = shop();
    await fetch(ask(1));
    expect(counts).toEqual({ requests: 1, limited: 0, disturbed: 0 });
  });

  test('spoils some requests, the same for the same seed', async () => {
    const answers = await statuses('html-503');
    expect(answers.filter(status => status === 503).length).toBeGreaterThan(3);
    expect(answers.filter(status => status !== 503).length).toBeGreaterThan(30);
    expect(await statuses('html-503')).toEqual(answers);
  });

  test('spoils no request that is asked again, and counts those it spoiled', async () => {
    const { fetch, counts } = shop('html-503');
    let spoiled = 0;
    for (let number = 0; number < 60; number += 1) {
      if ((await fetch(ask(number))).status !== 503) continue;
      spoiled += 1;
      expect((await fetch(ask(number))).status).not.toBe(503);
    }
    expect(counts).toEqual({ requests: 60 + spoiled, limited: 0, disturbed: spoiled });
  });

  test('combines profiles', async () => {
    const { fetch } = shop('clock-ahead', 'html-503');
    const [ahead, now] = [await fetch(ask(1)), await shop().fetch(ask(1))].map(({ headers }) =>
      Date.parse(headers.get('date') ?? ''),
    );
    expect(Number(ahead) - Number(now)).toBe(90_000);
    expect((await fetch(ask(2))).status).toBe(503);
  });
});
