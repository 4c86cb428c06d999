import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { databaseName, localCopies } from './local-copies.ts';
import { linesOf } from './text-nodes.ts';

/** Everything on this device that the server does not have, as plain words, each text under what people call it. */
export async function copiedWords(personId: string): Promise<string> {
  const copies = Object.entries(localCopies(personId)).filter(
    ([, { unsent, refused }]) => unsent || refused !== undefined,
  );
  const texts = await Promise.all(
    copies.map(
      async ([name, { label, refused }]) => `${label}\n\n${refused ?? (await wordsIn(databaseName(personId, name)))}`,
    ),
  );
  return texts.join('\n\n\n');
}

async function wordsIn(database: string): Promise<string> {
  const doc = new Y.Doc();
  const local = new IndexeddbPersistence(database, doc);
  await local.whenSynced;
  const words = linesOf(doc).join('\n');
  await local.destroy();
  return words;
}
