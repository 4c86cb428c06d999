import { Factories, type Made, type MadePerson } from '../../../../testing/factories.ts';
import { type AnswerData, type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { type MadeNote, makeNote, type NoteWish } from '../../../../testing/note-factory.ts';
import type { TestApp } from '../../../../testing/test-app.ts';
import { type TextWriter, textWriter } from '../../../../testing/text-writer.ts';
import { readSharedText } from '../../../platform/collab/read-shared-text.ts';
import { foldingJob } from './body-folding.ts';
import { noteBodyName } from './note-body.ts';

export type Who = 'author' | 'editor' | 'other' | 'validator' | 'reader' | 'twente';

/** A stage for notes that are written together: who may what, and who has which note open. */
export interface Stage {
  readonly people: Readonly<Record<Who, MadePerson>>;
  readonly as: Readonly<Record<Who, GraphClient>>;
  readonly west: Made;
  note(wish?: Partial<NoteWish>): Promise<MadeNote>;
  /** Opens the text of a note as somebody. @param url of another instance */
  at(who: Who, note: MadeNote, more?: { url?: string; doc?: TextWriter['doc'] }): TextWriter;
  /** What is kept of a note's text, block by block. */
  kept(note: MadeNote): Promise<string[]>;
  read(who: Who, note: MadeNote): Promise<AnswerData>;
  /** Its versions, the latest first: asking for them folds it. */
  versions(note: MadeNote): Promise<AnswerData[]>;
  /** One round of the folding that otherwise comes by itself. */
  round(on?: TestApp): Promise<void>;
  /** Closes what is open. */
  clear(): void;
}

const seen = `id version body status validatedBy { name } updatedAt
  timeline { edges { node { type actor { name } writtenWith { name } changes { field } } } }`;

export async function stage(app: TestApp): Promise<Stage> {
  const make = new Factories(app);
  const twente = await make.municipality('Almelo', 'TWENTE');
  const people: Stage['people'] = {
    author: await make.person({ name: 'Anna', roles: ['STAFF'] }),
    editor: await make.person({ name: 'Eva', roles: ['KNOWLEDGE_EDITOR'] }),
    other: await make.person({ name: 'Bram', roles: ['KNOWLEDGE_EDITOR'] }),
    validator: await make.person({ name: 'Vera', roles: ['VALIDATOR'] }),
    reader: await make.person({ name: 'Lezer', roles: ['STAFF'] }),
    twente: await make.person({ name: 'Twan', municipality: twente, roles: ['STAFF'] }),
  };
  const as: Partial<Record<Who, GraphClient>> = {};
  for (const who of Object.keys(people) as Who[]) as[who] = await graphClient(app, people[who]);
  const clients = as as Stage['as'];
  const writers: TextWriter[] = [];
  return {
    people,
    as: clients,
    west: await make.region('WEST_OVERIJSSEL'),
    note: (wish = {}) => makeNote(app, make, { author: people.author, ...wish }),
    at(who, note, { url = app.url, doc } = {}) {
      const writer = textWriter({ url }, clients[who].cookie, noteBodyName(note.id), doc);
      writers.push(writer);
      return writer;
    },
    async kept({ id }) {
      const name = noteBodyName(id);
      return ((await readSharedText(app.platform.database.fork(), [name])).get(name) ?? []).map(({ text }) => text);
    },
    async read(who, { globalId }) {
      return (
        await clients[who].run(`query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { ${seen} } } }`, {
          id: globalId,
        })
      ).node;
    },
    async versions({ globalId }) {
      const query = `query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { versions { version body writtenBy { name } writtenWith { name } } } } }`;
      return (await clients.reader.run(query, { id: globalId })).node.versions;
    },
    round: (on = app) => on.platform.jobs.run(foldingJob),
    clear() {
      for (const writer of writers.splice(0)) writer.stop();
    },
  };
}
