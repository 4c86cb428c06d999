import { expect, test } from 'vitest';
import { isMailAddress } from './mail-address.ts';

test.each(['a@b.nl', 'voor.achter+tafel@sub.overijssel.nl', "o'neil@example.org", `${'a'.repeat(64)}@example.nl`])(
  '%s is an address',
  (address) => {
    expect(isMailAddress(address)).toBe(true);
  },
);

test.each([
  '',
  'a',
  'a@b',
  'a b@c.nl',
  'Naam <a@b.nl>',
  'a@b.nl, c@d.nl',
  'a@b.nl\r\nBcc: c@d.nl',
  'a@b.nl\n',
  'a..b@c.nl',
  '.a@b.nl',
  'a.@b.nl',
  'a@-b.nl',
  'a@b.n',
  '"a b"@c.nl',
  'a@b@c.nl',
  `${'a'.repeat(65)}@example.nl`,
  `a@${'b.'.repeat(130)}nl`,
])('%j is none', (address) => {
  expect(isMailAddress(address)).toBe(false);
});
