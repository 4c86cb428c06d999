import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { addDays, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { NoteStatus } from '@versnellingstafel/shared/knowledge/validity';
import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Factories, Made } from './factories.ts';
import type { TestApp } from './test-app.ts';

export interface MadeNote extends Made {
  /** As clients name it. */
  readonly globalId: string;
  readonly slug: string;
  readonly title: string;
}

export interface NoteWish {
  readonly author: Made;
  readonly title?: string;
  readonly summary?: string;
  readonly body?: string;
  readonly status?: NoteStatus;
  readonly confidentiality?: Confidentiality;
  readonly region?: Made;
  readonly validAsOf?: string;
  readonly reviewBy?: string;
  readonly validatedBy?: Made;
  readonly updatedAt?: Date;
  readonly themes?: readonly Made[];
}

/** A theme that holds always, or between two days. */
export function makeTheme(
  make: Factories,
  code: string,
  { validFrom, validUntil }: { validFrom?: string; validUntil?: string } = {},
): Promise<Made> {
  const name = code.charAt(0) + code.slice(1).toLowerCase();
  return make.insert('theme', {
    code,
    name,
    position: 1,
    valid_from: validFrom ?? null,
    valid_until: validUntil ?? null,
  });
}

/** A note straight into the rows, valid for a year unless wished otherwise. */
export async function makeNote(app: Pick<TestApp, 'platform'>, make: Factories, wish: NoteWish): Promise<MadeNote> {
  const now = wish.updatedAt ?? app.platform.now();
  const today = localDateOf(now);
  const title = wish.title ?? 'Een notitie over stikstof';
  const slug = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${crypto.randomUUID().slice(0, 8)}`;
  const note = await make.insert('knowledge_note', {
    slug,
    title,
    summary: wish.summary ?? 'In het kort.',
    body: wish.body ?? '',
    valid_as_of: wish.validAsOf ?? addDays(today, -400),
    review_by: wish.reviewBy ?? addDays(today, 365),
    status: wish.status ?? 'VALIDATED',
    validated_by_id: wish.validatedBy?.id ?? null,
    author_id: wish.author.id,
    region_id: wish.region?.id ?? null,
    confidentiality: wish.confidentiality ?? 'PUBLIC',
    created_at: now,
    updated_at: now,
    updated_by_id: wish.author.id,
  });
  const em = app.platform.database.fork();
  for (const [position, theme] of (wish.themes ?? []).entries()) {
    await em.execute('insert into knowledge_note_theme (note_id, theme_id, position) values (?, ?, ?)', [
      note.id,
      theme.id,
      position + 1,
    ]);
  }
  return { ...note, globalId: globalId('KnowledgeNote', note.id), slug, title };
}
