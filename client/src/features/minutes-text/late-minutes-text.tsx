import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Bones } from '../../ui/Bones.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { late } from '../../ui/late.tsx';
import type { MinutesTextProps } from './MinutesText.tsx';

function MinutesTextOnItsWay({ failed, label }: MinutesTextProps & { failed: boolean }): ReactElement {
  const { t } = useLingui();
  return failed ? (
    <ErrorState title={t`Het verslag kon niet openen`}>{t`Zodra er verbinding is, komt het vanzelf.`}</ErrorState>
  ) : (
    <Bones label={label} rows={3} delay={0} />
  );
}

/** The text that people write together. It weighs more than the page around it, and comes when there is something to write or read. */
export const LateMinutesText = late<MinutesTextProps>(
  async () => (await import('./MinutesText.tsx')).MinutesText,
  MinutesTextOnItsWay,
);
