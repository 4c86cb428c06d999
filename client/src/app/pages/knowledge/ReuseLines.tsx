import { gql } from '@apollo/client';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';

/** How often a group of notes was used, with which result. */
export const reuseFragment = gql`
  fragment NoteReuse on ReuseFigures {
    worked
    partly
    failed
    notYet
  }
`;

interface Group {
  /** Whose notes, or notes about what; as it stands in a sentence. */
  of: string;
  reuse: { worked: number; partly: number; failed: number; notYet: number };
}

/** How often a group of notes helped and how often not, in a sentence. */
function ReuseLine({ of, reuse }: Group): ReactElement {
  const { t } = useLingui();
  const { worked, partly, failed } = reuse;
  const helped = worked + partly;
  const times = t`${plural(helped, { one: '# keer', other: '# keer' })}`;
  const partlyTimes = t`${plural(partly, { one: '# keer', other: '# keer' })}`;
  const failedTimes = t`${plural(failed, { one: '# keer', other: '# keer' })}`;
  return (
    <p className="sub small">
      {partly > 0 ? (
        <Trans>
          {of} hielpen {times}, waarvan {partlyTimes} deels.
        </Trans>
      ) : (
        <Trans>
          {of} hielpen {times}.
        </Trans>
      )}{' '}
      {failed > 0 && <Trans>Het mislukte {failedTimes}.</Trans>}
    </p>
  );
}

const isKnown = ({ reuse: { worked, partly, failed } }: Group): boolean => worked + partly + failed > 0;

/** How often groups of notes helped, each in a sentence, and that it counts what one may see; nothing while that is known of none. */
export function ReuseLines({ groups }: { groups: readonly Group[] }): ReactElement | null {
  const known = groups.filter(isKnown);
  if (known.length === 0) return null;
  return (
    <>
      {known.map((group) => (
        <ReuseLine key={group.of} {...group} />
      ))}
      <p className="sub small">
        <Trans>Dit telt wat je mag zien.</Trans>
      </p>
    </>
  );
}
