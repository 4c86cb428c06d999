import type { BottleneckPageQuery } from '../../../generated/graphql.ts';
import { today } from '../../../lib/dates.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

export type Case = NonNullable<Parameters<typeof answer<BottleneckPageQuery>>[0]['bottleneck']>;

export const dayIn = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const person = (id: string, name: string) => ({ __typename: 'Person' as const, id, name, jobTitle: 'Rol' });
const west = {
  __typename: 'AccelerationTable' as const,
  id: 'west',
  slug: 'west-overijssel',
  name: 'Regionale versnellingstafel West-Overijssel',
  shortName: 'West-Overijssel',
  level: 'REGIONAL' as const,
  parent: { __typename: 'AccelerationTable' as const, id: 'prov', shortName: 'Provinciaal' },
};
export const reason = 'Dat kan de secretaris van de tafel.';
export const able = (...verbs: string[]) =>
  ['START', 'RESOLVE', 'HOLD', 'WITHDRAW', 'EDIT', 'ASSIGN', 'SET_CONFIDENTIALITY', 'LINK_NOTE', 'DRAFT_NOTE'].map(
    (verb) => ({
      __typename: 'Ability' as const,
      verb,
      allowed: verbs.includes(verb),
      reason: verbs.includes(verb) ? null : reason,
    }),
  );

export const soil: Case = {
  __typename: 'Bottleneck',
  id: 'b13',
  number: 'KP-2026-013',
  version: 4,
  title: 'Diffuse bodemverontreiniging maakt grondverzet onbetaalbaar',
  description: 'De meerkosten zijn niet in de grondexploitatie opgenomen.',
  triedSoFar: 'Afzet bij een grondbank: geweigerd.',
  ask: 'Stem in met een gesloten grondbalans.',
  proposedResolution: '',
  resolution: '',
  decisionBy: dayIn(15),
  constructionStart: null,
  state: 'SCHEDULED',
  stateSince: '2026-11-23T13:00:00Z',
  solvableAt: 'REGIONAL',
  heldBy: west,
  municipality: { __typename: 'Municipality', id: 'm', name: 'Zwartewaterland' },
  themes: [{ __typename: 'Theme', id: 't', code: 'WATER', name: 'Water en bodem' }],
  filer: person('me', 'Projectleider Zwartewaterland'),
  owner: person('me', 'Projectleider Zwartewaterland'),
  lead: null,
  civilOwner: null,
  politicalOwner: null,
  dueOn: dayIn(15),
  overdue: false,
  nextStep: 'Voorstel op de volgende tafel',
  holdReason: null,
  returnOn: null,
  referredTo: null,
  filedOn: '2026-09-08',
  resolvedOn: null,
  homesBlocked: 85,
  confidentiality: 'REGIONAL',
  sharedWith: [],
  sharedWithOrganisations: [],
  excluded: [],
  projects: [
    {
      __typename: 'ProjectImpact',
      homesBlocked: 85,
      project: {
        __typename: 'Project',
        id: 'p1',
        name: 'Buitenkwartier',
        homes: 85,
        keyProject: 'DEMO',
        municipality: { __typename: 'Municipality', id: 'm', name: 'Zwartewaterland' },
      },
    },
  ],
  escalations: [],
  applications: [],
  draftedNotes: [],
  agendaItems: [],
  similar: { __typename: 'Similar', bottlenecks: [] },
  timeline: {
    __typename: 'EventConnection',
    edges: [
      {
        __typename: 'EventEdge',
        cursor: 'e1',
        node: {
          __typename: 'Event',
          about: null,
          id: 'e1',
          type: 'NOTE_APPLIED',
          occurredAt: '2026-09-11T09:11:00Z',
          remark: null,
          actor: person('me', 'Projectleider Zwartewaterland'),
          changes: [
            { __typename: 'FieldChange', field: 'result', before: null, after: 'NOT_YET' },
            { __typename: 'FieldChange', field: 'internalField', before: null, after: 'x' },
          ],
          subjects: [
            { __typename: 'Bottleneck', id: 'b13' },
            { __typename: 'KnowledgeNote', id: 'n1', slug: 'water', title: 'Water en bodem sturend' },
          ],
        },
      },
    ],
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'e1' },
  },
  viewerCan: able('START', 'RESOLVE', 'WITHDRAW', 'EDIT', 'ASSIGN'),
};

export const pageOf = (more: Partial<Case> | null = {}): object =>
  answer<BottleneckPageQuery>({ __typename: 'Query', bottleneck: more && { ...soil, ...more } });

/** The page of a case on answers that the test gives. */
export const showCase = (answers: Answers = {}, atTable = true): ShownApp =>
  renderApp('/knelpunten/KP-2026-013', {
    Viewer: viewerAnswer({ atTable }),
    ShellCounts: countsAnswer(2),
    BottleneckPage: pageOf(),
    ...answers,
  });
