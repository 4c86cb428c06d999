import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { SignInAsPersonaMutation, SignInPageQuery } from '../../generated/graphql.ts';
import { expectAccessiblePage } from '../testing/accessible.ts';
import { answer, countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../testing/render-app.tsx';

const persona = (id: string, name: string, organisationName: string) => ({
  __typename: 'Persona' as const,
  id,
  name,
  jobTitle: name,
  organisationName,
  summary: `Zo werkt ${name}.`,
});

const personas = answer<SignInPageQuery>({
  __typename: 'Query',
  personas: [
    persona('p1', 'Secretaris tafel West', 'Provincie Overijssel'),
    persona('p2', 'Projectleider Zwartewaterland', 'Gemeente Zwartewaterland'),
  ],
});

const nobody = { __typename: 'Query', viewer: null, tables: { __typename: 'AccelerationTableConnection', edges: [] } };

const signedIn = answer<SignInAsPersonaMutation>({
  __typename: 'Mutation',
  signInAsPersona: {
    __typename: 'SignInPayload',
    viewer: { __typename: 'Viewer', person: { __typename: 'Person', id: 'me' } },
    problems: [],
  },
});

const refused = answer<SignInAsPersonaMutation>({
  __typename: 'Mutation',
  signInAsPersona: {
    __typename: 'SignInPayload',
    viewer: null,
    problems: [
      {
        __typename: 'FieldProblem',
        code: 'DEMO_ONLY',
        message: 'Aanmelden als demopersoon kan alleen in de demo.',
        path: [],
      },
    ],
  },
});

/** At the door: nobody is signed in until somebody is chosen. */
function show(path: string, answers: Answers): ShownApp {
  let inside = false;
  return renderApp(path, {
    Viewer: () => (inside ? viewerAnswer() : nobody),
    SignInPage: personas,
    ShellCounts: countsAnswer(0),
    ...answers,
    SignInAsPersona: (variables) => {
      inside = answers['SignInAsPersona'] === signedIn && variables['personaId'] === 'p2';
      return answers['SignInAsPersona'] as object;
    },
  });
}

test('who is not signed in chooses somebody and comes back to where they were going', async () => {
  const { router, asked } = show('/knelpunten/nieuw?tafel=west-overijssel', { SignInAsPersona: signedIn });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Wie ben je vandaag?' })).toBeVisible();
  await expect.element(page.getByText(/een demo met verzonnen mensen/)).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('button', { name: 'Kies Projectleider Zwartewaterland' }).click();
  await expect.poll(() => router.state.location.href).toBe('/knelpunten/nieuw?tafel=west-overijssel');
  expect(asked.find(({ name }) => name === 'SignInAsPersona')?.variables).toEqual({ personaId: 'p2' });
});

test('typing narrows the list, and nobody found offers the way back', async () => {
  show('/aanmelden', { SignInAsPersona: signedIn });
  const field = page.getByRole('searchbox');
  await field.fill('zwarte');
  await expect.element(page.getByText('Secretaris tafel West')).not.toBeInTheDocument();
  await field.fill('burgemeester van nergens');
  await page.getByRole('button', { name: 'Toon iedereen' }).click();
  await expect.element(page.getByText('Secretaris tafel West').first()).toBeVisible();
});

test('a refusal is said in a sentence and one stays at the door', async () => {
  const { router } = show('/aanmelden', { SignInAsPersona: refused });
  await page.getByRole('button', { name: 'Kies Secretaris tafel West' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Aanmelden als demopersoon kan alleen in de demo.');
  expect(router.state.location.pathname).toBe('/aanmelden');
});

test('the way back is a path of this site only', async () => {
  const { router } = show('/aanmelden?terug=https://elders.example', { SignInAsPersona: signedIn });
  await page.getByRole('button', { name: 'Kies Projectleider Zwartewaterland' }).click();
  await expect.poll(() => router.state.location.pathname).toBe('/');
});
