import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { PenIcon } from '../../../ui/icons.tsx';
import { Prose } from '../../../ui/Prose.tsx';
import { Section } from '../../../ui/Section.tsx';

interface CaseTextProps {
  bottleneck: {
    description: string;
    triedSoFar: string;
    proposedResolution: string;
    resolution: string;
    holdReason: string | null;
    referredTo: string | null;
  };
  mayEdit: boolean;
  onEdit: () => void;
}

/** Text as it was typed: a line is a line, and nothing in it is markup. */
function Lines({ text }: { text: string }): ReactElement {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= 1) return <p>{text}</p>;
  return (
    <ul>
      {lines.map((line, index) => (
        // Lines of one text: the place is their identity.
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

/** The story of a case: what goes on, what was tried, what is meant to solve it or what did. */
export function CaseText({ bottleneck, mayEdit, onEdit }: CaseTextProps): ReactElement {
  const { t } = useLingui();
  const { description, triedSoFar, proposedResolution, resolution, holdReason, referredTo } = bottleneck;
  return (
    <Section
      title={t`Wat er speelt`}
      actions={
        mayEdit ? (
          <Button variant="quiet" icon={<PenIcon />} onPress={onEdit}>
            <Trans>Bewerk</Trans>
          </Button>
        ) : undefined
      }
    >
      <Prose>
        {description ? (
          <p>{description}</p>
        ) : (
          <p className="sub">
            <Trans>Nog niet beschreven.</Trans>
          </p>
        )}
        {holdReason && (
          <>
            <h3>
              <Trans>Waar het op wacht</Trans>
            </h3>
            <p>{holdReason}</p>
          </>
        )}
        {referredTo && (
          <>
            <h3>
              <Trans>Doorverwezen naar</Trans>
            </h3>
            <p>{referredTo}</p>
          </>
        )}
        {triedSoFar && (
          <>
            <h3>
              <Trans>Wat al is geprobeerd</Trans>
            </h3>
            <Lines text={triedSoFar} />
          </>
        )}
        {resolution ? (
          <>
            <h3>
              <Trans>Wat het heeft opgelost</Trans>
            </h3>
            <p>{resolution}</p>
          </>
        ) : (
          proposedResolution && (
            <>
              <h3>
                <Trans>Beoogde oplossing</Trans>
              </h3>
              <p>{proposedResolution}</p>
            </>
          )
        )}
      </Prose>
    </Section>
  );
}
