import { expect, test } from 'vitest';
import { groupPersonas } from './personas.ts';

const persona = (name: string, organisationName: string, jobTitle = name) => ({
  id: name,
  name,
  jobTitle,
  organisationName,
  summary: 'Volgt de zaken op de voet.',
});
const personas = [
  persona('Secretaris tafel West', 'Provincie Overijssel'),
  persona('Projectleider Deventer', 'Gemeente Deventer'),
  persona('Wethouder wonen Deventer', 'Gemeente Deventer'),
  persona('Beleidsadviseur Ommen', 'Gemeente Ommen'),
  persona('Ontwikkelaar', 'Bouwgroep Zandweer (demo)'),
];
const found = (query: string): string[] =>
  groupPersonas(personas, query).flatMap((group) => group.personas.map(({ name }) => name));

test('everybody stands in one group, and groups without people are not shown', () => {
  expect(groupPersonas(personas, '').map(({ id, personas: people }) => [id, people.length])).toEqual([
    ['lead', 1],
    ['politics', 1],
    ['projects', 1],
    ['municipality', 1],
    ['partners', 1],
  ]);
});

test('every word typed must occur, whatever its case or accents', () => {
  expect(found('DEVENTER wéthouder')).toEqual(['Wethouder wonen Deventer']);
  expect(found('niemand zo')).toEqual([]);
});
