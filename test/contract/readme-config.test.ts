import { readFileSync } from 'node:fs';
import { readConfig, settingNames } from '@versnellingstafel/server/config';
import { describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The rows of the table: name, default and what it does. */
function rows(): { name: string; fallback: string; what: string }[] {
  const section = readme.slice(readme.indexOf('<!-- config:begin -->'), readme.indexOf('<!-- config:end -->'));
  return [...section.matchAll(/^\| `(\w+)` \| (.*?) ?\| (.*?) \|$/gm)].map(
    ([, name = '', fallback = '', what = '']) => ({
      name,
      fallback,
      what,
    }),
  );
}

describe('the settings, as the README tells them', () => {
  it('are those that there are, each with what it does', () => {
    expect(rows().map(({ name }) => name)).toEqual([...settingNames]);
    for (const { name, what } of rows()) expect([name, what.length > 10]).toEqual([name, true]);
  });

  it('have the defaults that they tell', () => {
    for (const { name, fallback } of rows()) {
      const value = /^`(.*)`$/.exec(fallback)?.[1];
      const told = value === undefined ? {} : { [name]: value };
      expect([name, readConfig(told)]).toEqual([name, readConfig({})]);
      // Without a default it is off or not there; any value would then be another setting.
      if (value === undefined && name !== 'INTROSPECTION') expect([name, fallback]).toEqual([name, '']);
    }
    expect(readConfig({ DEMO: '1' }).introspection).toBe(true);
    expect(readConfig({ DEMO: '0' }).introspection).toBe(false);
  });
});
