import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Bones } from '../../ui/Bones.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { late } from '../../ui/late.tsx';
import type { NoteBodyProps } from './NoteBody.tsx';

function NoteBodyOnItsWay({ failed }: { failed: boolean }): ReactElement {
  const { t } = useLingui();
  return failed ? (
    <ErrorState title={t`De toelichting kon niet openen`}>{t`Zodra er verbinding is, komt het vanzelf.`}</ErrorState>
  ) : (
    <Bones label={t`Toelichting`} rows={3} delay={0} />
  );
}

/** The explanation to write in. It weighs more than the form around it. */
export const LateNoteBody = late<NoteBodyProps>(
  async () => (await import('./NoteBody.tsx')).NoteBody,
  NoteBodyOnItsWay,
);
