import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useCommand } from '../../../features/commands/use-command.ts';
import { rebuildMutation } from '../../../features/search/tend/tend-documents.ts';
import type { SearchTendPageQuery } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';

interface IndexStateProps {
  state: NonNullable<SearchTendPageQuery['searchIndex']>;
  onChanged: () => void;
}

/** How the index stands; it can be written anew while people go on searching. */
export function IndexState({ state: { done, total, finishedAt }, onChanged }: IndexStateProps): ReactElement {
  const { t } = useLingui();
  const { number, moment } = useFormat();
  const command = useCommand(rebuildMutation);
  const running = finishedAt === null;
  return (
    <Section title={t`De index`}>
      <p role="status">
        {running ? (
          <Trans>
            Wordt opnieuw geschreven: {number(done)} van {number(total)}. Zoeken gaat gewoon door.
          </Trans>
        ) : (
          <Trans>Bijgewerkt tot op de seconde. Voor het laatst helemaal geschreven {moment(finishedAt)}.</Trans>
        )}
      </p>
      {running && <progress value={done} max={Math.max(1, total)} aria-label={t`De index`} />}
      <div className="row">
        <Button
          busy={command.busy}
          {...(running && { disabledReason: t`Dat gebeurt al.` })}
          onPress={() =>
            void (async () => {
              const outcome = await command.run({});
              if (outcome.kind === 'done') onChanged();
            })()
          }
        >
          <Trans>Schrijf de index opnieuw</Trans>
        </Button>
      </div>
    </Section>
  );
}
