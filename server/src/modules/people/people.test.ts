import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Factories } from '../../../testing/factories.ts';
import { clientWithCookie, cookieFrom, graphClient } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const signIn =
  'mutation ($id: ID!) { signInAsPersona(personaId: $id) { viewer { person { name } locale demo } problems { code message path } } }';
const who =
  '{ viewer { person { id name organisation { name municipality { name region { code } } } } organisationRoles memberships { role table { name } } } }';

describe('people', () => {
  let app: TestApp;
  let make: Factories;

  beforeAll(async () => {
    app = await testApp();
    make = new Factories(app);
  });
  afterAll(() => app.close());

  it('shows nobody without a session', async () => {
    const client = await graphClient(app, null);
    expect(await client.run(who)).toEqual({ viewer: null });
    const { errors, data } = await client.answer('{ municipalities { name } }');
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(data).toBeNull();
  });

  it('signs a persona in, knows her, and forgets her at sign-out', async () => {
    const deventer = await make.municipality('Deventer');
    const anna = await make.person({
      name: 'Anna',
      municipality: deventer,
      roles: ['PROJECT_LEADER', 'STAFF'],
      persona: 'Projectleider',
    });
    const table = await make.table({ name: 'West', region: await make.region('WEST_OVERIJSSEL') });
    await make.seat(table, anna, 'SECRETARY');

    const anonymous = await graphClient(app, null);
    const { personas } = await anonymous.run('{ personas { id name organisationName summary } }');
    expect(personas).toMatchObject([{ name: 'Anna', summary: 'Projectleider' }]);

    const answer = await anonymous.answer(signIn, { id: personas[0].id });
    expect(answer.data.signInAsPersona).toEqual({
      viewer: { person: { name: 'Anna' }, locale: 'NL', demo: true },
      problems: [],
    });
    const client = clientWithCookie(app, cookieFrom(answer.headers));
    expect(await client.run(who)).toEqual({
      viewer: {
        person: {
          id: `Person_${anna.id}`,
          name: 'Anna',
          organisation: {
            name: 'Organisatie van Anna',
            municipality: { name: 'Deventer', region: { code: 'WEST_OVERIJSSEL' } },
          },
        },
        organisationRoles: ['PROJECT_LEADER', 'STAFF'],
        memberships: [{ role: 'SECRETARY', table: { name: 'West' } }],
      },
    });

    await client.run('mutation { signOut { problems { code } } }');
    expect(await client.run(who)).toEqual({ viewer: null });
  });

  it('refuses somebody who is no persona, in the language asked for', async () => {
    const nobody = await make.person();
    const client = await graphClient(app, null);
    const { data } = await client.answer(
      signIn,
      { id: `Person_${nobody.id}` },
      { 'accept-language': 'en-GB,en;q=0.9' },
    );
    expect(data.signInAsPersona).toEqual({
      viewer: null,
      problems: [
        {
          code: 'UNKNOWN_PERSONA',
          message: 'This demo person does not exist. Choose somebody from the list.',
          path: ['personaId'],
        },
      ],
    });
  });

  it('keeps the language a person chooses', async () => {
    const client = await graphClient(app, await make.person());
    await client.run('mutation { setLocale(locale: EN) { viewer { locale } problems { code } } }');
    expect(await client.run('{ viewer { locale } }')).toEqual({ viewer: { locale: 'EN' } });
  });

  it('pages through people by name without gap or double', async () => {
    const organisation = await make.organisation('Corporatie', 'HOUSING_CORPORATION');
    for (const name of ['Dirk', 'Bea', 'Cor', 'Ada', 'Bea']) await make.person({ name, organisation });
    const client = await graphClient(app, await make.person());
    const query =
      'query ($after: String, $o: ID) { people(first: 2, after: $after, organisationId: $o) { edges { node { name } } pageInfo { endCursor hasNextPage } } }';
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { people } = await client.run(query, { after, o: `Organisation_${organisation.id}` });
      names.push(...people.edges.map((edge: { node: { name: string } }) => edge.node.name));
      after = people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual(['Ada', 'Bea', 'Bea', 'Cor', 'Dirk']);
  });

  it('answers a node that is not there like one of an unknown type', async () => {
    const client = await graphClient(app, await make.person());
    const query =
      '{ a: node(id: "Person_00000000-0000-0000-0000-000000000000") { id } b: node(id: "Secret_1") { id } }';
    expect(await client.run(query)).toEqual({ a: null, b: null });
  });
});
