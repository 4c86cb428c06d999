import { describe, expect, test } from 'vitest';
import { brokenEcli, legalReferenceOf } from './legal-reference.ts';

describe('legalReferenceOf', () => {
  test.each([
    ['ABRvS 28 juni 2017, ECLI:NL:RVS:2017:1724', 'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RVS:2017:1724'],
    ['ecli:nl:hr:2021:1778.', 'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:HR:2021:1778'],
    ['Kamerstukken 36 512', 'https://zoek.officielebekendmakingen.nl/dossier/36512'],
    ['Kamerstukken 32 847 nr. 1159', 'https://zoek.officielebekendmakingen.nl/kst-32847-1159.html'],
    ['Kamerstukken II 2020/21, 32 847, nr. 1159', 'https://zoek.officielebekendmakingen.nl/kst-32847-1159.html'],
    ['Kamerstukken II 2025/26, 36800-VII, nr. 2', 'https://zoek.officielebekendmakingen.nl/kst-36800-VII-2.html'],
    ['https://iplo.nl/regelgeving', 'https://iplo.nl/regelgeving'],
  ])('%s can be looked up', (text, url) => {
    expect(legalReferenceOf(text)).toEqual({ text, url });
  });

  test.each([
    'Bkl art. 5.129g',
    'Energiewet',
    'ECLI:EU:C:2018:882',
    'ECLI:NL:',
    'Kamerstukken',
    'javascript:alert(1)',
    'JavaScript:alert("https://iplo.nl")',
    'data:text/html,<script>1</script>',
    'ftp://iplo.nl/',
    'zie https://iplo.nl',
    'https://iedereen@iplo.nl/',
    'https://',
    '<a href="https://iplo.nl">hier</a>',
  ])('%s is text without a link', (text) => {
    expect(legalReferenceOf(text)).toEqual({ text, url: null });
  });
});

describe('brokenEcli', () => {
  test.each([
    ['ECLI:NL:RVS:24:4923', 'ECLI:NL:RVS:24:4923'],
    ['ABRvS 18 december 2024, ECLI:NL:RVS:4923.', 'ECLI:NL:RVS:4923'],
    ['ECLI: NL:RVS:2024:4923', 'ECLI:'],
    ['ECLI;NL:RVS:2024:4923', 'ECLI;NL:RVS:2024:4923'],
    ['ECLI:NL:RVS:2024:4909 en ECLI:NL:RVS:2024', 'ECLI:NL:RVS:2024'],
  ])('%s', (reference, broken) => expect(brokenEcli(reference)).toBe(broken));

  test.each([
    'ABRvS 18 december 2024 (ECLI:NL:RVS:2024:4923).',
    'ecli:nl:rvs:2024:4923; zie ook art. 8.74d',
    'ECLI:EU:C:2018:882',
    'ECLI:CE:ECHR:2004:0614JUD003275602',
    'Een uitspraak zonder ECLI',
  ])('nothing is wrong with %s', (reference) => expect(brokenEcli(reference)).toBeNull());
});
