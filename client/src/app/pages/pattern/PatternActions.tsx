import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { PatternFacts } from '../../../features/bottlenecks/patterns/pattern-documents.ts';
import { useUndoResolve } from '../../../features/bottlenecks/patterns/use-resolve-pattern.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { MoreIcon } from '../../../ui/icons.tsx';
import { Menu } from '../../../ui/Menu.tsx';

/** Which dialog of the page is open. */
export type PatternDialog = 'resolve' | 'edit' | 'dissolve' | 'add';

interface PatternActionsProps {
  pattern: PatternFacts;
  onOpen: (dialog: PatternDialog) => void;
}

/** What the viewer may do with the pattern; who may not sees why beside the one thing that matters. */
export function PatternActions({ pattern, onOpen }: PatternActionsProps): ReactElement {
  const { t } = useLingui();
  const undo = useUndoResolve();
  const ability = (verb: string) => pattern.viewerCan.find((one) => one.verb === verb);
  const can = (verb: string): boolean => ability(verb)?.allowed ?? false;
  const entries = [
    ...(can('EDIT') ? [{ id: 'edit', label: t`Bewerk de tekst`, onSelect: () => onOpen('edit') }] : []),
    ...(can('DISSOLVE') ? [{ id: 'dissolve', label: t`Ontbind het patroon`, onSelect: () => onOpen('dissolve') }] : []),
    ...(can('UNDO_RESOLVE')
      ? [{ id: 'undo', label: t`Draai het oplossen terug`, onSelect: () => void undo(pattern) }]
      : []),
  ];
  const reason = ability('RESOLVE')?.reason;
  return (
    <>
      {pattern.state === 'OPEN' && (
        <Button
          variant="primary"
          onPress={() => onOpen('resolve')}
          {...(!can('RESOLVE') && reason && { disabledReason: reason })}
        >
          <Trans>Los alles in één keer op</Trans>
        </Button>
      )}
      {entries.length > 0 && (
        <Menu
          label={t`Meer met dit patroon`}
          trigger={<IconButton label={t`Meer met dit patroon`} icon={<MoreIcon />} />}
          entries={entries}
        />
      )}
    </>
  );
}
