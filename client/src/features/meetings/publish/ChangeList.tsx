import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import type { PublishedChange } from './publication-documents.ts';

/** A value as the server keeps it: moments and days are said in words. */
const momentLike = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** What changed in an agenda, a sentence each. */
export function ChangeList({ changes }: { changes: readonly PublishedChange[] }): ReactElement {
  const { t } = useLingui();
  const { day, time } = useFormat();

  function said(value: string | null): string {
    if (!value) return '';
    if (!momentLike.test(value)) return value;
    return value.includes('T') ? `${day(value)} ${time(value)}` : day(value);
  }

  function words({ kind, title, before, after }: PublishedChange): string {
    const from = said(before);
    const to = said(after);
    switch (kind) {
      case 'ADDED':
        return t`Nieuw: ${title}`;
      case 'REMOVED':
        return t`Vervalt: ${title}`;
      case 'MOVED':
        return from && to ? t`${title}: van plaats ${from} naar ${to}` : t`${title}: andere plaats`;
      case 'EDITED':
        return from && to ? t`${title}: was ${from}, nu ${to}` : t`${title}: gewijzigd`;
      case 'RESCHEDULED':
        return from && to ? t`Verzet van ${from} naar ${to}` : t`Verzet`;
      case 'PLACE':
        return from && to ? t`Andere plek: ${to}, was ${from}` : t`Andere plek`;
      case 'CANCELLED':
        return t`Gaat niet door`;
      case 'RESTORED':
        return t`Gaat toch door`;
      case 'PAPER_ADDED':
        return to ? t`${title}: nieuw stuk, ${to}` : t`${title}: nieuw stuk`;
      case 'PAPER_REMOVED':
        return from ? t`${title}: stuk weggehaald, ${from}` : t`${title}: stuk weggehaald`;
    }
  }

  return (
    <ul className="list">
      {changes.map((change, index) => (
        // A change has no identity beyond its place in the list.
        <li key={index}>{words(change)}</li>
      ))}
    </ul>
  );
}
