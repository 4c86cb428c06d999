import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { Publication } from './publication-documents.ts';

function Told({ publication }: { publication: Publication }): ReactElement {
  const { moment } = useFormat();
  const { publishedAt, publishedBy, message, changes } = publication;
  return (
    <div className="stack stack-xs">
      <p className="sub small">
        <Trans>
          {moment(publishedAt)}, door {publishedBy.name}
        </Trans>
      </p>
      {message && <p>{message}</p>}
      {changes.length > 0 ? (
        <ChangeList changes={changes} />
      ) : (
        <p>
          <Trans>De agenda kwam voor het eerst open te staan.</Trans>
        </p>
      )}
    </div>
  );
}

/** What was published, the last first, each with what changed. */
export function PublicationHistory({ publications }: { publications: readonly Publication[] }): ReactElement | null {
  const { t } = useLingui();
  const { day } = useFormat();
  const [last, ...earlier] = publications.toSorted((one, other) => other.number - one.number);
  if (!last) return null;
  return (
    <Section title={t`Gepubliceerd`} aside={publications.length}>
      <Told publication={last} />
      {earlier.map((publication) => (
        <Disclosure
          key={publication.number}
          title={t`Publicatie ${publication.number}`}
          aside={day(publication.publishedAt)}
        >
          <Told publication={publication} />
        </Disclosure>
      ))}
    </Section>
  );
}
