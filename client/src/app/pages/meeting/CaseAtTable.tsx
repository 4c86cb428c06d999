import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { useState, type ReactElement } from 'react';
import { AssignDialog } from '../../../features/bottlenecks/AssignDialog.tsx';
import { TransitionButtons } from '../../../features/bottlenecks/steps/TransitionButtons.tsx';
import type { CaseAtTable_BottleneckFragment } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateWithDistance } from '../../../ui/DateWithDistance.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { PenIcon } from '../../../ui/icons.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';

/** It is on the table: putting it on an agenda is done elsewhere. */
const atTable: readonly BottleneckVerb[] = [
  'START',
  'RESUME',
  'RESOLVE',
  'RETURN_ESCALATION',
  'HOLD',
  'ESCALATE',
  'REFER',
  'REOPEN',
];

/** Without the mark of this fragment: the dialogs take the case as theirs. */
type CaseShown = Omit<CaseAtTable_BottleneckFragment, ' $fragmentName'>;

/** A case on the table: what is asked, how many homes wait, who does what, and every step that can be taken here and now. */
export function CaseAtTable({ bottleneck }: { bottleneck: CaseShown }): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const [assigning, setAssigning] = useState(false);
  const {
    id,
    number,
    title,
    state,
    ask,
    homesBlocked,
    owner,
    lead,
    nextStep,
    dueOn,
    decisionBy,
    resolution,
    projects,
    municipality,
    viewerCan,
  } = bottleneck;
  const mayAssign = viewerCan.some(
    ({ verb, allowed }) => allowed && ['ASSIGN', 'SET_NEXT_STEP', 'CHANGE_OWNER'].includes(verb),
  );
  const open = isOpen(state);
  return (
    <Section
      id={`zaak-${id}`}
      title={title}
      actions={
        <Link to="/knelpunten/$number" params={{ number }}>
          {number}
        </Link>
      }
    >
      <p className="row row-wide">
        <StateMark state={state} />
        <span className="sub">{[projects[0]?.project.name, municipality.name].filter(Boolean).join(', ')}</span>
        {homesBlocked > 0 && <Homes count={homesBlocked} tone={open ? 'waiting' : 'free'} />}
      </p>
      <p className="lead">
        {open
          ? ask || <span className="sub">{t`Nog niet opgeschreven wat er van de tafel wordt gevraagd.`}</span>
          : resolution}
      </p>
      {decisionBy && open && (
        <p>
          <Trans>Besluit nodig vóór {date(decisionBy)}.</Trans>
        </p>
      )}
      <Facts
        wide
        items={[
          { term: t`Volgende stap`, value: nextStep || <span className="sub">{t`nog niet bepaald`}</span> },
          { term: t`Eigenaar`, value: owner.name },
          { term: t`Trekker`, value: lead?.name ?? <span className="sub">{t`nog niemand`}</span> },
          {
            term: t`Uiterlijk`,
            value: dueOn ? (
              <DateWithDistance date={dueOn} judge={open} />
            ) : (
              <span className="sub">{t`geen datum`}</span>
            ),
          },
        ]}
      />
      <div className="row">
        <TransitionButtons target={bottleneck} only={atTable} />
        {mayAssign && (
          <Button icon={<PenIcon />} onPress={() => setAssigning(true)}>
            <Trans>Wie doet wat</Trans>
          </Button>
        )}
      </div>
      {assigning && <AssignDialog target={bottleneck} onClose={() => setAssigning(false)} />}
    </Section>
  );
}
