import { stateLabels } from '@versnellingstafel/shared/bottlenecks/labels';
import {
  type BottleneckState,
  bottleneckStates,
  type Confidentiality,
} from '@versnellingstafel/shared/bottlenecks/states';
import type { MessageCode } from '@versnellingstafel/shared/errors/messages';
import { fold } from '@versnellingstafel/shared/search/fold';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import { guessed, meansNothing, oneLine, type RawCell, type Reading, refused, said } from './import-cells.ts';

type Choices<T extends string> = Readonly<Record<T, readonly string[]>>;

/** The first word is the one that an export writes; the others are read as it. */
const states: Choices<BottleneckState> = {
  DRAFT: [stateLabels.DRAFT.nl],
  SUBMITTED: [
    stateLabels.SUBMITTED.nl,
    'nieuw',
    'open',
    'aangemeld',
    'gemeld',
    'te bespreken',
    'ingebracht',
    'ontvangen',
  ],
  TRIAGE: [stateLabels.TRIAGE.nl, 'voorportaal', 'triage', 'in beoordeling', 'intake', 'wordt beoordeeld'],
  SCHEDULED: [stateLabels.SCHEDULED.nl, 'op agenda', 'agenda', 'staat op agenda'],
  IN_PROGRESS: [
    stateLabels.IN_PROGRESS.nl,
    'loopt',
    'lopend',
    'bezig',
    'in uitvoering',
    'onderhanden',
    'actief',
    'opgepakt',
    'wordt aan gewerkt',
  ],
  ESCALATED: [stateLabels.ESCALATED.nl, 'opgeschaald', 'bij provincie'],
  ON_HOLD: [stateLabels.ON_HOLD.nl, 'on hold', 'wacht', 'wachten', 'wachtend', 'geparkeerd', 'stilgelegd'],
  RESOLVED: [
    stateLabels.RESOLVED.nl,
    'afgerond',
    'gereed',
    'klaar',
    'gesloten',
    'afgehandeld',
    'dicht',
    'voltooid',
    'done',
  ],
  REFERRED: [stateLabels.REFERRED.nl, 'verwezen', 'elders belegd', 'overgedragen'],
  WITHDRAWN: [stateLabels.WITHDRAWN.nl, 'vervallen', 'niet meer van toepassing', 'geannuleerd'],
};
const levels: Choices<TableLevel> = {
  LOCAL: ['Lokaal', 'gemeente', 'gemeentelijk', 'lokale tafel'],
  REGIONAL: ['Regionaal', 'regio', 'regionale tafel'],
  PROVINCIAL: ['Provinciaal', 'provincie', 'provinciale tafel'],
  NATIONAL: ['Landelijk', 'rijk', 'nationaal', 'landelijke tafel'],
};
const confidentialities: Choices<Confidentiality> = {
  PUBLIC: ['Openbaar', 'publiek', 'public'],
  REGIONAL: ['Regionaal', 'regio', 'nee', 'intern'],
  CONFIDENTIAL: ['Vertrouwelijk', 'geheim', 'ja', 'besloten', 'niet openbaar'],
};

/** What these states become when a list says them of a new case: they begin with a step on the case. */
const instead: Partial<Record<BottleneckState, BottleneckState>> = {
  DRAFT: 'SUBMITTED',
  SCHEDULED: 'TRIAGE',
  ESCALATED: 'IN_PROGRESS',
};

/** The Dutch word for a choice, as an export writes it. */
export const stateWord = (state: BottleneckState): string => stateLabels[state].nl;
export const levelWord = (level: TableLevel): string => levels[level][0] ?? level;
export const confidentialityWord = (value: Confidentiality): string => confidentialities[value][0] ?? value;

/** How far a case is. */
export function readState(cell: RawCell): Reading<BottleneckState> {
  return readChoice(cell, states, { read: 'CELL_STATE_READ_AS', unknown: 'CELL_STATE_UNKNOWN' });
}

/** The state in which a new case begins, where the one that was read takes a step first. */
export function beginning(reading: Reading<BottleneckState>): Reading<BottleneckState> {
  if (!('value' in reading)) return reading;
  const state = instead[reading.value];
  if (state === undefined) return reading;
  const values = { value: stateWord(reading.value), instead: stateWord(state) };
  return { state: 'GUESSED', value: state, said: said('CELL_STATE_NEEDS_STEP', values) };
}

export function readLevel(cell: RawCell): Reading<TableLevel> {
  return readChoice(cell, levels, { read: 'CELL_CHOICE_READ_AS', unknown: 'CELL_LEVEL_UNKNOWN' });
}

export function readConfidentiality(cell: RawCell): Reading<Confidentiality> {
  return readChoice(cell, confidentialities, { read: 'CELL_CHOICE_READ_AS', unknown: 'CELL_CONFIDENTIALITY_UNKNOWN' });
}

function readChoice<T extends string>(
  { text }: RawCell,
  choices: Choices<T>,
  codes: { read: MessageCode; unknown: MessageCode },
): Reading<T> {
  const raw = oneLine(text);
  if (raw === '') return { state: 'BLANK' };
  const folded = fold(raw).replaceAll(/[.!]+$/g, '');
  const entries = Object.entries(choices) as [T, readonly string[]][];
  const exact = entries.find(([code, [word]]) => fold(word ?? '') === folded || code === raw.toUpperCase());
  if (exact) return { state: 'TAKEN', value: exact[0] };
  const like = entries.find(([, words]) => words.some((word) => fold(word) === folded));
  if (like) return guessed(like[0], codes.read, { raw, value: like[1][0] ?? like[0] });
  if (meansNothing(raw)) return { state: 'BLANK', said: said('CELL_NO_VALUE', { raw }) };
  return refused(codes.unknown, { value: raw.slice(0, 80) });
}

/** Is this word one of the states? */
export function isState(value: string): value is BottleneckState {
  return (bottleneckStates as readonly string[]).includes(value);
}
