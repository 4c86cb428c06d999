import { useId, type ReactElement } from 'react';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Kbd } from '../../../ui/Kbd.tsx';

interface OutcomeKeyProps {
  /** Names the block: the key's own id is this and its letter. */
  blockId: string;
  letter: string;
  label: string;
  note: string;
  main?: boolean;
  /** Does the block have the focus? Only then the letter works. */
  listening: boolean;
  expanded?: boolean;
  disabledReason?: string | undefined;
  /** What it recorded last is on its way: pressing twice is one intent. */
  busy?: boolean;
  onPress: () => void;
}

/** One outcome: a button, and its letter while the focus is in the block. */
export function OutcomeKey(props: OutcomeKeyProps): ReactElement {
  const {
    blockId,
    letter,
    label,
    note,
    main = false,
    listening,
    expanded,
    disabledReason,
    busy = false,
    onPress,
  } = props;
  const noteId = useId();
  const off = disabledReason !== undefined || busy;
  const press = (): void => {
    if (!off) onPress();
  };
  useShortcut({ keys: letter.toLowerCase(), label, when: listening, onPress: press });
  return (
    <button
      id={`${blockId}${letter}`}
      type="button"
      className={main && !off ? 'key key-main' : 'key'}
      aria-keyshortcuts={letter}
      aria-disabled={off || undefined}
      aria-expanded={expanded}
      aria-describedby={noteId}
      onClick={press}
    >
      <Kbd>{letter}</Kbd>
      <span>
        <b>{label}</b>
        <span className="sub" id={noteId}>
          {disabledReason ?? note}
        </span>
      </span>
    </button>
  );
}
