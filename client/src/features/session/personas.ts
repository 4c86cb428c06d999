import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What a persona is called and does. */
export interface PersonaFacts {
  name: string;
  jobTitle: string;
  organisationName: string;
}

interface PersonaGroup {
  id: string;
  label: MessageDescriptor;
  matches: (persona: PersonaFacts) => boolean;
}

const named =
  (pattern: RegExp) =>
  (persona: PersonaFacts): boolean =>
    pattern.test(`${persona.name} ${persona.jobTitle}`);

/** By what people come to do, in the order of how often; the first that fits holds. */
const groups: readonly PersonaGroup[] = [
  { id: 'lead', label: msg`Leidt een tafel`, matches: named(/voorzitter|secretaris/i) },
  { id: 'politics', label: msg`Bestuurt`, matches: named(/wethouder|gedeputeerde|burgemeester/i) },
  { id: 'projects', label: msg`Leidt een project`, matches: named(/projectleider/i) },
  {
    id: 'municipality',
    label: msg`Werkt bij een gemeente`,
    matches: ({ organisationName }) => organisationName.startsWith('Gemeente'),
  },
  { id: 'knowledge', label: msg`Werkt aan kennis en beheer`, matches: named(/kennis|omgevingsrecht|beheerder/i) },
  { id: 'reading', label: msg`Leest mee`, matches: named(/lezer|waarnemer|toehoorder/i) },
  { id: 'partners', label: msg`Doet mee als partner`, matches: () => true },
];

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Personas whose words contain every word typed, in their groups; empty groups fall away. */
export function groupPersonas<T extends PersonaFacts & { summary: string }>(
  personas: readonly T[],
  query: string,
): { id: string; label: MessageDescriptor; personas: T[] }[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const found = personas.filter((persona) => {
    const text = folded([persona.name, persona.jobTitle, persona.organisationName, persona.summary].join(' '));
    return words.every((word) => text.includes(word));
  });
  return groups
    .map(({ id, label }) => ({
      id,
      label,
      personas: found.filter((persona) => groups.find(({ matches }) => matches(persona))?.id === id),
    }))
    .filter((group) => group.personas.length > 0);
}
