import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { capital } from '../../lib/capital.ts';
import { LawIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';

interface Reading {
  from: string;
  to: string;
  kind: string;
}

/** “omgevingsplan (sinds 2024)”: what it is called now, and since when. */
const sinceWhen = /^(.*) \(sinds (.+)\)$/;

function OldLaw({ from, to }: Reading): ReactElement {
  const [, now = to, since] = sinceWhen.exec(to) ?? [];
  return since ? (
    <p>
      <Trans>
        <b className="strong">{capital(from)}</b> heet sinds {since} <b className="strong">{now}</b>. We zochten op
        beide.
      </Trans>
    </p>
  ) : (
    <p>
      <Trans>
        <b className="strong">{capital(from)}</b> heet nu <b className="strong">{now}</b>. We zochten op beide.
      </Trans>
    </p>
  );
}

function Read(reading: Reading): ReactElement {
  const { from, to, kind } = reading;
  switch (kind) {
    case 'OLD_LAW':
      return <OldLaw {...reading} />;
    case 'PLACE':
      return (
        <p>
          <Trans>
            <b className="strong">{capital(from)}</b> ligt in de gemeente <b className="strong">{to}</b>: die zochten
            we.
          </Trans>
        </p>
      );
    case 'SYNONYM':
      return (
        <p>
          <Trans>
            “{from}” lazen we ook als <b className="strong">{to}</b>.
          </Trans>
        </p>
      );
    case 'UNKNOWN_FILTER':
      return (
        <p>
          <Trans>
            “{from}” kennen we niet als filter: we zochten op de woorden. Schrijf bijvoorbeeld gemeente:Zwolle,
            thema:stikstof, status:opgelost of soort:notities.
          </Trans>
        </p>
      );
    default:
      return (
        <p>
          <Trans>
            “{from}” lazen we als <b className="strong">{to}</b>.
          </Trans>
        </p>
      );
  }
}

/** Words of the question that were read differently, so that nobody wonders why something was found. */
export function Interpretations({ readings }: { readings: readonly Reading[] }): ReactElement | null {
  // What was misspelt is asked as “did you mean”; a word read as itself, or as “openstaand” for “openstaande”, says nothing.
  const told = readings.filter(
    ({ from, to, kind }) =>
      kind === 'UNKNOWN_FILTER' || (kind !== 'SPELLING' && !from.toLowerCase().startsWith(to.toLowerCase())),
  );
  if (told.length === 0) return null;
  return (
    <div className="law">
      <Note kind="info" icon={<LawIcon />}>
        {told.map((reading) => (
          <Read key={reading.from + reading.to} {...reading} />
        ))}
      </Note>
    </div>
  );
}
