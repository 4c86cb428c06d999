import { expect, test, vi } from 'vitest';
import { isSingleKey, ShortcutRegistry } from './shortcuts.ts';

/** A key press as the browser tells it; nothing has the focus. */
function press(key: string, modifiers: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return { key, target: null, preventDefault: vi.fn<() => void>(), ...modifiers } as unknown as KeyboardEvent;
}

// Node has no elements; nothing is one.
vi.stubGlobal('Element', function Element() {});

test('the shortcut that was added last wins, and the older one returns when it goes', () => {
  const registry = new ShortcutRegistry();
  const [page, row] = [vi.fn<() => void>(), vi.fn<() => void>()];
  registry.add({ keys: 'e', label: 'Bewerk pagina', onPress: page });
  const remove = registry.add({ keys: 'e', label: 'Bewerk rij', onPress: row });
  registry.handle(press('e'));
  remove();
  registry.handle(press('e'));
  expect([row.mock.calls.length, page.mock.calls.length]).toEqual([1, 1]);
});

test('modifiers belong to the key; Command counts as Ctrl', () => {
  const registry = new ShortcutRegistry();
  const onPress = vi.fn<() => void>();
  registry.add({ keys: 'Ctrl+Enter', label: 'Dien in', onPress });
  registry.handle(press('Enter'));
  registry.handle(press('Enter', { ctrlKey: true }));
  registry.handle(press('Enter', { metaKey: true }));
  expect(onPress).toHaveBeenCalledTimes(2);
});

test('what another handler took is left alone', () => {
  const registry = new ShortcutRegistry();
  const onPress = vi.fn<() => void>();
  registry.add({ keys: 'j', label: 'Volgende', onPress });
  registry.handle(press('j', { defaultPrevented: true }));
  expect(onPress).not.toHaveBeenCalled();
});

test('the list names each key once', () => {
  const registry = new ShortcutRegistry();
  registry.add({ keys: 'e', label: 'Oud', onPress: vi.fn<() => void>() });
  registry.add({ keys: 'e', label: 'Nieuw', onPress: vi.fn<() => void>() });
  expect(registry.list().map(({ label }) => label)).toEqual(['Nieuw']);
  expect([isSingleKey('?'), isSingleKey('Ctrl+Z')]).toEqual([true, false]);
});
