import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import type { ShownEscalation } from './escalation-documents.ts';
import { memoFields, memoWords } from './memo-fields.ts';

/** The memo in place: what is filled in, and the same as a PDF of one page. */
export function Memo({ escalation }: { escalation: ShownEscalation }): ReactElement {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const { memo, memoUrl, sharesDossier, sharesFiles, to } = escalation;
  const shared = [
    t`het memo`,
    ...(sharesDossier ? [t`de tekst van de zaak`] : []),
    ...(sharesFiles ? [t`de bestanden`] : []),
  ].join(', ');
  return (
    <Stack>
      <Facts
        items={[
          ...memoFields
            .filter((field) => memo[field].trim() !== '')
            .map((field) => ({ term: i18n._(memoWords[field].label), value: memo[field] })),
          ...(memo.decisionBy ? [{ term: t`Besluit nodig vóór`, value: date(memo.decisionBy) }] : []),
        ]}
      />
      <p className="sub small">
        <Trans>
          {to.shortName} leest: {shared}.
        </Trans>{' '}
        <a href={memoUrl} target="_blank" rel="noreferrer">
          <Trans>Open als PDF</Trans>
        </a>
      </p>
    </Stack>
  );
}
