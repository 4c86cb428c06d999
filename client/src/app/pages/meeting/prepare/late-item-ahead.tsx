import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Bones } from '../../../../ui/Bones.tsx';
import { ErrorState } from '../../../../ui/ErrorState.tsx';
import { late } from '../../../../ui/late.tsx';
import type { ItemAheadProps } from './ItemAhead.tsx';

function ItemOnItsWay({ failed }: ItemAheadProps & { failed: boolean }): ReactElement {
  const { t } = useLingui();
  return failed ? (
    <ErrorState title={t`De vergadering kon niet openen`}>{t`Zodra er verbinding is, komt zij vanzelf.`}</ErrorState>
  ) : (
    <Bones label={t`De vergadering`} rows={4} delay={0} />
  );
}

/** One item of a meeting to come, with the steps of its cases: the agenda as a whole needs none of that. */
export const ItemAhead = late<ItemAheadProps>(async () => (await import('./ItemAhead.tsx')).ItemAhead, ItemOnItsWay);
