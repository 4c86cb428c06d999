import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { purposeLabels } from '../agenda-words.ts';
import type { Proposal } from './proposal-documents.ts';

/** A proposal in words: what, how long, why, and what became of it. @param props.by name who proposed it */
export function ProposalText({ proposal, by = false }: { proposal: Proposal; by?: boolean }): ReactElement {
  const { t, i18n } = useLingui();
  const { moment } = useFormat();
  const { title, purpose, minutes, motivation, state, returnReason, afterDeadline, proposedBy, proposedAt } = proposal;
  const states = {
    OPEN: t`wacht op de secretaris`,
    ACCEPTED: t`staat op de agenda`,
    RETURNED: t`teruggegeven`,
    WITHDRAWN: t`ingetrokken`,
  };
  return (
    <>
      <h3 className="strong">{title}</h3>
      <p className="meta small">
        {by && <span>{proposedBy.name}</span>}
        <span>{i18n._(purposeLabels[purpose]).toLowerCase()}</span>
        <span>
          <Trans>{minutes} min</Trans>
        </span>
        {(state !== 'OPEN' || !by) && <span>{states[state]}</span>}
        {!by && <span>{moment(proposedAt)}</span>}
      </p>
      {afterDeadline && state === 'OPEN' && (
        <p className="soon small">
          <Trans>Ingediend na de uiterste dag</Trans>
        </p>
      )}
      {motivation && <p className="small">{motivation}</p>}
      {returnReason && (
        <p className="small">
          <Trans>Reden: {returnReason}</Trans>
        </p>
      )}
    </>
  );
}
