import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Bones } from '../../../../ui/Bones.tsx';
import { late } from '../../../../ui/late.tsx';
import { PageHead } from '../../../../ui/PageHead.tsx';
import type { ItemAheadProps } from './ItemAhead.tsx';

function ItemOnItsWay({ item }: ItemAheadProps): ReactElement {
  const { t } = useLingui();
  return (
    <>
      <PageHead title={item.title} />
      <Bones label={t`Het agendapunt`} rows={6} />
    </>
  );
}

/**
 * One item of a meeting to come. The route fetches it before it goes to an item, so that the focus finds the heading there; only
 * without a network something stands in for it.
 */
export const LateItemAhead = late<ItemAheadProps>(
  async () => (await import('./ItemAhead.tsx')).ItemAhead,
  ItemOnItsWay,
);
