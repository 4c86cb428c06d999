import { useState, type ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { announce } from '../lib/announce.ts';
import { useShortcut } from '../lib/shortcuts.ts';
import { Button } from './Button.tsx';
import { ConflictDialog, type ConflictChoice } from './ConflictDialog.tsx';
import { Dialog } from './Dialog.tsx';
import { expectAccessible, render } from './testing/render.tsx';
import { TextArea } from './TextArea.tsx';
import { TextField } from './TextField.tsx';
import { useToast, type ToastMessage } from './Toast.tsx';

function Escalate({ onConfirm, alert = false }: { onConfirm: () => void; alert?: boolean }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Escaleer…</Button>
      <Dialog
        title="Escaleer naar de provinciale tafel?"
        alert={alert}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirm={{ label: 'Escaleer', onPress: onConfirm }}
      >
        <TextField label="Wat vraag je van hen?" value="" onChange={() => undefined} />
      </Dialog>
    </>
  );
}

test('a dialog is one question; Enter confirms, Esc closes, the focus returns', async () => {
  const onConfirm = vi.fn<() => void>();
  render(<Escalate onConfirm={onConfirm} />);
  const opener = page.getByRole('button', { name: 'Escaleer…' });
  await opener.click();
  await expect.element(page.getByRole('dialog', { name: 'Escaleer naar de provinciale tafel?' })).toBeVisible();
  await expectAccessible();
  await page.getByRole('textbox', { name: 'Wat vraag je van hen?' }).click();
  await userEvent.keyboard('{Enter}');
  expect(onConfirm).toHaveBeenCalledOnce();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test('what cannot be taken back is an alert dialog', async () => {
  render(<Escalate alert onConfirm={() => undefined} />);
  await page.getByRole('button', { name: 'Escaleer…' }).click();
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await page.getByRole('button', { name: 'Annuleer' }).click();
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
});

function Toaster(props: ToastMessage): ReactElement {
  const toast = useToast();
  return (
    <>
      <Button onPress={() => toast(props)}>Zet op de agenda</Button>
      <TextArea label="Verslag" value="" onChange={() => undefined} />
    </>
  );
}

test('a toast says what was done and undoes it', async () => {
  const onUndo = vi.fn<() => void>();
  render(<Toaster text="2 knelpunten op de agenda gezet" onUndo={onUndo} />);
  await page.getByRole('button', { name: 'Zet op de agenda' }).click();
  await expect.element(page.getByText('2 knelpunten op de agenda gezet')).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  expect(onUndo).toHaveBeenCalledOnce();
  await expect.element(page.getByText('2 knelpunten op de agenda gezet')).not.toBeInTheDocument();
});

test('Ctrl Z undoes the last toast, but not while typing', async () => {
  const onUndo = vi.fn<() => void>();
  render(<Toaster text="Gezet" onUndo={onUndo} />);
  await page.getByRole('button', { name: 'Zet op de agenda' }).click();
  await expect.element(page.getByText('Gezet')).toBeVisible();
  await page.getByRole('textbox', { name: 'Verslag' }).click();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(onUndo).not.toHaveBeenCalled();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(onUndo).toHaveBeenCalledOnce();
});

test('a conflict shows both texts, marks the difference, keeps mine unless I choose', async () => {
  const onSave = vi.fn<(choice: Record<string, ConflictChoice>) => void>();
  render(
    <ConflictDialog
      isOpen
      who="De secretaris"
      at="2026-11-23T13:30:00Z"
      subject="KP-2026-006"
      fields={[
        {
          id: 'nextStep',
          label: 'Volgende stap',
          mine: 'Ontwerpsessie op 3 december met waterschap',
          theirs: 'Ontwerpsessie op 8 december met waterschap',
        },
        { id: 'dueOn', label: 'Uiterlijk', mine: 'vr 18 december', theirs: 'di 22 december' },
      ]}
      onSave={onSave}
      onClose={() => undefined}
    />,
  );
  await expect
    .element(page.getByText('De secretaris wijzigde KP-2026-006 om 14:30, terwijl jij typte. Kies per veld.'))
    .toBeVisible();
  expect([...document.querySelectorAll('fieldset:first-of-type ins')].map((mark) => mark.textContent?.trim())).toEqual([
    '3',
    '8',
  ]);
  await expectAccessible();
  await page
    .getByRole('group', { name: 'Uiterlijk' })
    .getByRole('radio', { name: /De secretaris/ })
    .click();
  await page.getByRole('button', { name: 'Bewaar deze keuze' }).click();
  expect(onSave).toHaveBeenCalledWith({ nextStep: 'mine', dueOn: 'theirs' });
});

function Keys({ onPress }: { onPress: () => void }): ReactElement {
  useShortcut({ keys: 'n', label: 'Nieuw knelpunt', onPress });
  return <TextField label="Titel" value="" onChange={() => undefined} />;
}

test('a single letter works outside fields only, and can be switched off in the list of keys', async () => {
  const onPress = vi.fn<() => void>();
  render(<Keys onPress={onPress} />);
  await page.getByRole('textbox', { name: 'Titel' }).click();
  await userEvent.keyboard('n');
  expect(onPress).not.toHaveBeenCalled();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('n');
  expect(onPress).toHaveBeenCalledOnce();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog', { name: 'Toetsen' })).toBeVisible();
  await expect.element(page.getByText('Nieuw knelpunt')).toBeVisible();
  await expectAccessible();
  await page.getByRole('checkbox', { name: /Losse letters/ }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('n');
  expect(onPress).toHaveBeenCalledOnce();
});

test('announcements of one burst are read as one sentence', async () => {
  render(<p>Lijst</p>);
  await expect.element(page.getByText('Lijst')).toBeVisible();
  announce('Nieuw knelpunt KP-2026-025.');
  announce('KP-2026-013 staat op de agenda.');
  await expect
    .element(page.getByText('Nieuw knelpunt KP-2026-025. KP-2026-013 staat op de agenda.'))
    .toBeInTheDocument();
});
