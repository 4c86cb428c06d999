import type { OrganisationKind, OrganisationRole as Role } from '@versnellingstafel/shared/people/roles';
import type { TableLevel, TableRole } from '@versnellingstafel/shared/tables/roles';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { newId } from '../src/platform/ids/new-id.ts';
import type { TestApp } from './test-app.ts';

type Code = 'WEST_OVERIJSSEL' | 'TWENTE';

/** A row that a factory made; `id` is the bare UUID. */
export interface Made {
  readonly id: string;
}

export interface MadePerson extends Made {
  readonly name: string;
  readonly organisation: Made;
}

export interface PersonWish {
  readonly name?: string;
  readonly jobTitle?: string;
  readonly organisation?: Made;
  /** Kind of the organisation that is made when none is given. */
  readonly kind?: OrganisationKind;
  readonly municipality?: Made;
  readonly roles?: readonly Role[];
  readonly locale?: MessageLocale;
  /** Makes this somebody one can sign in as. */
  readonly persona?: string;
}

export interface TableWish {
  readonly name?: string;
  readonly slug?: string;
  readonly level?: TableLevel;
  readonly region?: Made;
  readonly municipality?: Made;
  readonly parent?: Made;
  /** Does a political owner agree before an escalation leaves? Here only where a test asks for it. */
  readonly needsAgreement?: boolean;
  readonly closedOn?: string;
}

/** Makes the people and tables of a test, straight into the rows. */
export class Factories {
  #count = 0;
  readonly #regions = new Map<Code, Made>();

  constructor(private readonly app: Pick<TestApp, 'platform'>) {}

  async region(code: Code): Promise<Made> {
    const known = this.#regions.get(code);
    if (known) return known;
    const region = await this.insert('region', { code, name: code === 'TWENTE' ? 'Twente' : 'West-Overijssel' });
    this.#regions.set(code, region);
    return region;
  }

  async municipality(name: string, code: Code = 'WEST_OVERIJSSEL'): Promise<Made> {
    const region = await this.region(code);
    return this.insert('municipality', {
      code: `GM${String(++this.#count).padStart(4, '0')}`,
      name,
      region_id: region.id,
    });
  }

  async organisation(name: string, kind: OrganisationKind = 'MUNICIPALITY', municipality?: Made): Promise<Made> {
    return this.insert('organisation', { name, short_name: name, kind, municipality_id: municipality?.id ?? null });
  }

  async person(wish: PersonWish = {}): Promise<MadePerson> {
    const name = wish.name ?? `Persoon ${++this.#count}`;
    const organisation =
      wish.organisation ?? (await this.organisation(`Organisatie van ${name}`, wish.kind, wish.municipality));
    const person = await this.insert('person', {
      name,
      job_title: wish.jobTitle ?? '',
      organisation_id: organisation.id,
      fictional: true,
      persona_summary: wish.persona ?? null,
      locale: wish.locale ?? null,
    });
    for (const role of wish.roles ?? []) await this.role(person, organisation, role);
    return { ...person, name, organisation };
  }

  async role(person: Made, organisation: Made, role: Role): Promise<void> {
    await this.app.platform.database
      .fork()
      .execute('insert into organisation_role (person_id, organisation_id, role) values (?, ?, ?)', [
        person.id,
        organisation.id,
        role,
      ]);
  }

  async table(wish: TableWish = {}): Promise<Made> {
    const count = ++this.#count;
    return this.insert('acceleration_table', {
      slug: wish.slug ?? `tafel-${count}`,
      name: wish.name ?? `Tafel ${count}`,
      short_name: wish.name ?? `Tafel ${count}`,
      level: wish.level ?? 'REGIONAL',
      region_id: wish.region?.id ?? null,
      municipality_id: wish.municipality?.id ?? null,
      parent_id: wish.parent?.id ?? null,
      escalation_needs_agreement: wish.needsAgreement ?? false,
      closed_on: wish.closedOn ?? null,
      position: count,
    });
  }

  async seat(table: Made, person: Made, role: TableRole = 'PARTICIPANT', mandate = false): Promise<void> {
    await this.app.platform.database
      .fork()
      .execute('insert into membership (table_id, person_id, role, mandate) values (?, ?, ?, ?)', [
        table.id,
        person.id,
        role,
        mandate,
      ]);
  }

  /** Takes a seat away behind the server's back, as another instance would. */
  async unseat(table: Made, person: Made): Promise<void> {
    await this.app.platform.database
      .fork()
      .execute('delete from membership where table_id = ? and person_id = ?', [table.id, person.id]);
  }

  /** A person with a seat, in one go. */
  async member(table: Made, role: TableRole, wish: PersonWish = {}): Promise<MadePerson> {
    const person = await this.person(wish);
    await this.seat(table, person, role);
    return person;
  }

  /** Any row, for factories of other rooms. Column names are those of the database. */
  async insert(table: string, columns: Record<string, string | number | boolean | Date | null>): Promise<Made> {
    const row: Record<string, string | number | boolean | Date | null> = { id: newId(), ...columns };
    const names = Object.keys(row);
    await this.app.platform.database
      .fork()
      .execute(
        `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
        Object.values(row),
      );
    return { id: String(row['id']) };
  }
}
