import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type * as Y from 'yjs';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { downloadText } from './text-download.ts';
import { linesOf } from './text-nodes.ts';
import type { TextTrouble } from './text-state.ts';

/** Why what is written is not kept any more, and how to have it nevertheless. */
export function TextTroubleNote({
  trouble,
  doc,
  label,
}: {
  trouble: TextTrouble;
  doc: Y.Doc;
  label: string;
}): ReactElement {
  const { t } = useLingui();
  const words: Record<TextTrouble, string> = {
    TOO_LARGE: t`De tekst is te groot geworden. Wat je nu schrijft, wordt niet bewaard. Download de tekst, laad de pagina opnieuw en maak hem korter.`,
    MALFORMED: t`De server kan niet lezen wat je schreef. Download de tekst en laad de pagina opnieuw.`,
    TOO_MANY: t`Er staan te veel teksten tegelijk open. Sluit andere pagina’s en laad deze opnieuw.`,
    NOT_YOURS: t`Deze tekst is er niet, of is niet voor jou.`,
  };
  return (
    <Note kind="warning">
      {words[trouble]}{' '}
      <Button variant="quiet" onPress={() => downloadText(`${label}.txt`, linesOf(doc).join('\n\n'))}>
        <Trans>Download de tekst</Trans>
      </Button>
    </Note>
  );
}
