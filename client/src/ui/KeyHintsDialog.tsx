import { Trans, useLingui } from '@lingui/react/macro';
import { useContext, useState, type ReactElement } from 'react';
import { isSingleKey, ShortcutContext } from '../lib/shortcuts.ts';
import { Checkbox } from './Checkbox.tsx';
import { Dialog } from './Dialog.tsx';
import { Kbd } from './Kbd.tsx';

const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

/** “Alt+ArrowUp” as it stands on the keys: Alt ↑. */
const parts = (keys: string): string[] => keys.split('+').map((part) => arrows[part] ?? part);

/** The keys that work here, and the switch for the single letters (WCAG 2.1.4). */
export function KeyHintsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const registry = useContext(ShortcutContext);
  const [single, setSingle] = useState(() => registry?.singleKeys ?? true);
  const groups = Map.groupBy(isOpen ? (registry?.list() ?? []) : [], (shortcut) => shortcut.group ?? t`Overal`);
  return (
    <Dialog title={t`Toetsen`} isOpen={isOpen} onClose={onClose}>
      {[...groups].map(([group, shortcuts]) => (
        <section className="stack stack-xs" key={group}>
          <h3>{group}</h3>
          <dl className="key-list">
            {shortcuts.map(({ keys, label }) => (
              <div key={keys}>
                <dt>
                  {parts(keys).map((part) => (
                    <Kbd key={part}>{part}</Kbd>
                  ))}
                </dt>
                <dd className={isSingleKey(keys) && !single ? 'sub' : undefined}>
                  {label}
                  {isSingleKey(keys) && !single && (
                    <>
                      , <Trans>uit</Trans>
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Checkbox
        label={t`Losse letters zijn toetsen`}
        hint={t`Zet uit als je met je stem werkt of ze per ongeluk raakt. Combinaties met Ctrl en Alt blijven werken.`}
        checked={single}
        onChange={(on) => {
          registry?.switchSingleKeys(on);
          setSingle(on);
        }}
      />
    </Dialog>
  );
}
