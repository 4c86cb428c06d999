import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { readKept, useKept } from '../../../lib/kept.ts';
import { Note } from '../../../ui/Note.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { Publication } from './publication-documents.ts';

interface SinceLastLookProps {
  meetingId: string;
  viewerId: string;
  publications: readonly Publication[];
}

/** What changed in the agenda since this person last looked at it on this device. Nothing on the first look: then all of it is new. */
export function SinceLastLook({ meetingId, viewerId, publications }: SinceLastLookProps): ReactElement | null {
  const { t } = useLingui();
  const key = `seen:publication:${viewerId}:${meetingId}`;
  const [seen] = useState(() => readKept<number>(key));
  const latest = publications.reduce((most, { number }) => Math.max(most, number), 0);
  useKept(key, latest === 0 ? null : latest);
  if (seen === null) return null;
  const since = publications.filter(({ number }) => number > seen).toSorted((one, other) => one.number - other.number);
  const changes = since.flatMap((publication) => publication.changes);
  if (changes.length === 0) return null;
  return (
    <Note
      kind="info"
      title={t`Sinds je laatst keek: ${plural(changes.length, { one: '# wijziging', other: '# wijzigingen' })}`}
    >
      {since.map(({ number, message }) => message && <p key={number}>{message}</p>)}
      <ChangeList changes={changes} />
    </Note>
  );
}
