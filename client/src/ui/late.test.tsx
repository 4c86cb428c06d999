import type { ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from './Button.tsx';
import { late } from './late.tsx';
import { useToast } from './Toast.tsx';
import { render } from './testing/render.tsx';

interface Words {
  text: string;
}
const Part = ({ text }: Words): ReactElement => <p>{text}, en nu echt</p>;
const Stand = ({ text, failed }: Words & { failed: boolean }): ReactElement => (
  <p>
    {text}
    {failed && ', nog niet'}
  </p>
);

test('what is on its way is stood in for, then stands, and stands at once the next time', async () => {
  const load = vi.fn<() => Promise<typeof Part>>(async () => Part);
  const Late = late(load, Stand);
  render(<Late text="Een veld" />);
  await expect.element(page.getByText('Een veld, en nu echt')).toBeVisible();
  render(<Late text="Nog een" />);
  await expect.element(page.getByText('Nog een, en nu echt')).toBeVisible();
  expect(load).toHaveBeenCalledOnce();
});

test('without a network the stand-in says so, and the part is asked for again', async () => {
  const load = vi.fn<() => Promise<typeof Part>>(async () => {
    if (load.mock.calls.length === 1) throw new TypeError('Failed to fetch');
    return Part;
  });
  const Late = late(load, Stand);
  render(<Late text="Een veld" />);
  await expect.element(page.getByText('Een veld, nog niet')).toBeVisible();
  await expect.element(page.getByText('Een veld, en nu echt'), { timeout: 8_000 }).toBeVisible();
});

function Toaster(): ReactElement {
  const toast = useToast();
  return <Button onPress={() => toast({ text: 'Gezet', onUndo: () => undefined })}>Zet</Button>;
}

test('F6 goes to the toasts, and closing one gives the focus back', async () => {
  render(<Toaster />);
  await page.getByRole('button', { name: 'Zet' }).click();
  await expect.element(page.getByText('Gezet')).toBeVisible();
  await userEvent.keyboard('{F6}');
  await expect.element(page.getByRole('region', { name: 'Meldingen' })).toHaveFocus();
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Sluit melding' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Gezet')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Zet' })).toHaveFocus();
});
