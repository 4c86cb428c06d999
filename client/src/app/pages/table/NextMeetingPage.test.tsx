import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { NextMeetingPageQuery } from '../../../generated/graphql.ts';
import { answer, countsAnswer, renderApp, viewerAnswer } from '../../testing/render-app.tsx';

const withoutMeeting = (sets: boolean): object =>
  answer<NextMeetingPageQuery>({
    __typename: 'Query',
    table: {
      __typename: 'AccelerationTable',
      id: 'west',
      name: 'West-Overijssel',
      viewerCan: [{ __typename: 'Ability', verb: 'CHANGE_RHYTHM', allowed: sets }],
      nextMeeting: null,
    },
  });

test.each([
  [true, 'Leg het ritme vast', '/tafels/west-overijssel/ritme'],
  [false, 'Naar de tafel', '/tafels/west-overijssel'],
] as const)('without a meeting, who sets the rhythm (%s) is shown to “%s”', async (sets, name, href) => {
  renderApp('/tafels/west-overijssel/agenda', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(11),
    NextMeetingPage: withoutMeeting(sets),
  });
  await expect.element(page.getByRole('main').getByRole('link', { name })).toHaveAttribute('href', href);
});
