import { Plural } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from './Button.tsx';
import { ArrowUpIcon } from './icons.tsx';

/** What came in above the reader's place waits here, so that nothing moves under the pointer. */
export function NewAbove({ count, onShow }: { count: number; onShow: () => void }): ReactElement {
  return (
    <Button variant="quiet" icon={<ArrowUpIcon />} onPress={onShow}>
      <Plural value={count} one="# nieuwe boven, toon" other="# nieuwe boven, toon" />
    </Button>
  );
}
