import { grant, makeBottleneck } from '@versnellingstafel/server/testing/bottleneck-factory';
import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import type { BottleneckState, Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { personId, projectId } from './demo-people.ts';
import { demoNow } from './mutation-cases.ts';
import type { Persona, RightsMatrix } from './rights-matrix.ts';

const later = '2027-03-01';
export const owner: Persona = 'lead-deventer';
export const filer: Persona = 'lead-zwartewaterland';
export const lead: Persona = 'water-adviser';
export const chair: Persona = 'chair-west';
export const secretary: Persona = 'secretary-west';

/** Participants of any table of the region (observers read too), and its civil and political owners. */
export const regional: readonly Persona[] = [
  'observer',
  'developer',
  'lead-raalte',
  filer,
  owner,
  lead,
  'civil-deventer',
  'alderman-deventer',
  chair,
  secretary,
  'validator',
];
/** The people of the case, and members of its table from public bodies: no observers, no market parties. */
export const confidential: readonly Persona[] = [
  'lead-raalte',
  filer,
  owner,
  lead,
  'alderman-deventer',
  chair,
  secretary,
  'validator',
];

const made = (kind: string, key: string) => ({ id: demoId(kind, key) });
const person = (key: Persona) => made('person', key);

/** Makes a case of the west: filed by one municipality, owned by another, led by the water board. */
export async function caseIn(
  { app, make }: RightsMatrix,
  state: BottleneckState,
  confidentiality: Confidentiality = 'REGIONAL',
  excluded?: Persona,
): Promise<{ bottleneckId: string; expectedVersion: number }> {
  const project = {
    ...made('project', 'D13'),
    globalId: projectId('D13'),
    municipality: made('municipality', 'GM1896'),
  };
  const row = await makeBottleneck(app, make, {
    state,
    confidentiality,
    table: made('table', state === 'ESCALATED' ? 'province' : 'west'),
    filer: person(filer),
    owner: person(owner),
    lead: person(lead),
    politicalOwner: person('alderman-deventer'),
    projects: [{ project, homes: 10 }],
    themes: [made('theme', 'STIKSTOF')],
  });
  if (state === 'ESCALATED')
    await make.insert('escalation', {
      bottleneck_id: row.id,
      from_table_id: demoId('table', 'west'),
      to_table_id: demoId('table', 'province'),
      reason: 'Hoger',
      sent_at: demoNow,
    });
  if (excluded) await grant(app, row, person(excluded), 'EXCLUDED');
  return { bottleneckId: row.globalId, expectedVersion: 1 };
}

/** Something that is done with a case in a state. */
interface Deed {
  readonly mutation: string;
  readonly what: string;
  readonly state: BottleneckState;
  readonly allowed: readonly Persona[];
  /** The rules that people agreed on say neither yes nor no. */
  readonly unsaid?: readonly Persona[];
  /** The input beside the case. */
  readonly rest: object;
}

const table = [chair, secretary];
const step = (mutation: string, state: BottleneckState, allowed: readonly Persona[], rest: object = {}): Deed => ({
  mutation,
  what: `from ${state}`,
  state,
  allowed,
  rest,
});
const change = (
  mutation: string,
  what: string,
  allowed: readonly Persona[],
  rest: object,
  unsaid: readonly Persona[] = [],
): Deed => ({
  mutation,
  what,
  state: 'IN_PROGRESS',
  allowed,
  unsaid,
  rest,
});

/** Who may what with a case that the west holds, as it was agreed. */
export const deeds: readonly Deed[] = [
  step('triageBottleneck', 'SUBMITTED', [secretary], {
    constructionStart: later,
    projects: [{ projectId: projectId('D13'), homesBlocked: 40 }],
  }),
  step('scheduleBottleneck', 'TRIAGE', [secretary], { ask: 'Graag een besluit' }),
  step('startBottleneck', 'TRIAGE', table),
  step('holdBottleneck', 'IN_PROGRESS', [secretary], { reason: 'Wacht', returnOn: later }),
  step('resumeBottleneck', 'ON_HOLD', [secretary]),
  step('escalateBottleneck', 'IN_PROGRESS', table, { reason: 'Hoger' }),
  step('resolveBottleneck', 'IN_PROGRESS', table, { resolution: 'Opgelost' }),
  step('referBottleneck', 'TRIAGE', [secretary], { referredTo: 'Het Rijk', reason: 'Wet', feedbackBy: later }),
  step('withdrawBottleneck', 'TRIAGE', [owner], { reason: 'Hoeft niet' }),
  step('reopenBottleneck', 'RESOLVED', [owner, ...table], { reason: 'Toch niet' }),
  change('editBottleneck', 'its text', [owner, secretary], { title: 'Een andere titel' }),
  change('editBottleneck', 'proposed resolution', [owner, lead, secretary], { proposedResolution: 'Zo dan' }, [chair]),
  change('assignBottleneck', 'next step', [owner, lead, secretary], { nextStep: 'Bellen' }, [chair]),
  change('assignBottleneck', 'owner', [owner, 'civil-deventer', ...table], { ownerId: personId('lead-raalte') }),
  change('assignBottleneck', 'date', [owner, ...table], { dueOn: later }),
  change('assignBottleneck', 'owner and date', [owner, ...table], { ownerId: personId('lead-raalte'), dueOn: later }),
  change('setConfidentiality', 'open', [owner, ...table], { confidentiality: 'PUBLIC' }),
];
