import type { NotePageQuery } from '../../../generated/graphql.ts';
import { today } from '../../../lib/dates.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

const dayIn = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const figures = (worked = 0, partly = 0, failed = 0) => ({
  __typename: 'ReuseFigures' as const,
  worked,
  partly,
  failed,
  notYet: 0,
});

/** A note as another one names it. */
export const named = (id: string, title: string) => ({ __typename: 'KnowledgeNote' as const, id, slug: id, title });

/** A note in use on a case, and how that went. */
export const applied = (id: string, result: 'WORKED' | 'FAILED', conditions: string) => ({
  __typename: 'Application' as const,
  id,
  result,
  conditions,
  appliedOn: dayIn(-30),
  bottleneck: {
    __typename: 'Bottleneck' as const,
    id: `b-${id}`,
    number: `KP-2026-${id}`,
    title: 'Het net is vol',
    homesBlocked: 40,
    municipality: { __typename: 'Municipality' as const, id: 'm', name: 'Raalte' },
    projects: [],
  },
});

/** The words of a note, with what its owner may do. */
export const words = {
  __typename: 'KnowledgeNote' as const,
  id: 'n1',
  slug: 'tijdelijke-aansluiting',
  version: 4,
  title: 'Een tijdelijke aansluiting',
  summary: 'Vraag haar vroeg aan.',
  body: '',
  applies: '',
  appliesNot: '',
  steps: '',
  caveat: '',
  tags: [],
  validAsOf: dayIn(-160),
  reviewBy: dayIn(200),
  status: 'VALIDATED',
  validity: 'USABLE',
  confidentiality: 'PUBLIC',
  updatedAt: '2026-06-13T09:00:00Z',
  legalReferences: [],
  validatedBy: null,
  themes: [{ __typename: 'Theme', id: 't1', code: 'NETCONGESTIE', name: 'Netcongestie' }],
  viewerCan: ['EDIT', 'VALIDATE', 'ARCHIVE'].map((verb) => ({
    __typename: 'Ability' as const,
    verb,
    allowed: true,
    reason: null,
  })),
};

export const notePage = (more: object = {}): object =>
  answer<NotePageQuery>({
    __typename: 'Query',
    note: {
      ...words,
      themes: [{ ...words.themes[0], noteReuse: figures() }],
      reuse: figures(),
      applications: [],
      openReviews: [],
      openBottlenecks: [],
      author: {
        __typename: 'Person',
        id: 'a',
        name: 'Beleidsadviseur Raalte',
        organisation: { __typename: 'Organisation', id: 'o', name: 'Gemeente Raalte', noteReuse: figures() },
      },
      contact: null,
      releaseTo: null,
      supersededBy: null,
      supersedes: [],
      draftedFrom: null,
      timeline: {
        __typename: 'EventConnection',
        edges: [],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
      ...more,
    },
  } as never);

/** The page of a note on answers that the test gives. */
export const showNote = (more: object = {}, answers: Answers = {}): ShownApp =>
  renderApp('/kennis/tijdelijke-aansluiting', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    NotePage: notePage(more),
    ...answers,
  });
