import { useState, type FormEvent, type ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AccountMenu } from './AccountMenu.tsx';
import { BarTableSelect } from './BarTableSelect.tsx';
import { Button } from './Button.tsx';
import { Disclosure } from './Disclosure.tsx';
import { FilterButton } from './FilterButton.tsx';
import { IconButton } from './IconButton.tsx';
import { MoreIcon } from './icons.tsx';
import { CloseIcon } from './toast-icons.ts';
import { Menu } from './Menu.tsx';
import { TabCount } from './TabCount.tsx';
import { Tabs } from './Tabs.tsx';
import { TextField } from './TextField.tsx';
import { expectAccessible, render } from './testing/render.tsx';

test('buttons pass axe in light and dark', async () => {
  render(
    <div className="row">
      <Button>Voorbeeld</Button>
      <Button variant="primary" shortcut="n">
        Nieuw knelpunt
      </Button>
      <Button variant="danger">Trek in</Button>
      <Button variant="quiet">Bewerk</Button>
      <Button pressed>Je volgt</Button>
      <Button disabledReason="Alleen de voorzitter of secretaris.">Heropen</Button>
      <IconButton label="Sluit" icon={<CloseIcon />} />
    </div>,
  );
  await expectAccessible();
});

test('a button that may not be used is reachable, says why and does nothing', async () => {
  const onPress = vi.fn<() => void>();
  render(
    <Button disabledReason="Alleen de voorzitter of secretaris." onPress={onPress}>
      Los op
    </Button>,
  );
  const button = page.getByRole('button', { name: 'Los op' });
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button).toHaveAccessibleDescription('Alleen de voorzitter of secretaris.');
  await userEvent.tab();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onPress).not.toHaveBeenCalled();
});

test('a disabled submit button does not submit', async () => {
  const onSubmit = vi.fn<(event: FormEvent) => void>((event) => event.preventDefault());
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" disabledReason="Vul eerst iets in.">
        Dien in
      </Button>
    </form>,
  );
  await page.getByRole('button', { name: 'Dien in' }).click({ force: true });
  expect(onSubmit).not.toHaveBeenCalled();
});

test('a menu walks by arrows, says why an entry is off, and gives the focus back', async () => {
  const onSelect = vi.fn<() => void>();
  const forbidden = vi.fn<() => void>();
  render(
    <Menu
      label="Meer acties"
      trigger={<IconButton label="Meer acties" icon={<MoreIcon />} />}
      entries={[
        { id: 'refer', label: 'Verwijs door', onSelect },
        'separator',
        { id: 'resolve', label: 'Los op', disabledReason: 'Dat kan de voorzitter.', onSelect: forbidden },
      ]}
    />,
  );
  const trigger = page.getByRole('button', { name: 'Meer acties' });
  await trigger.click();
  await expect.element(page.getByRole('menuitem', { name: 'Verwijs door' })).toBeVisible();
  await expectAccessible();
  await expect.element(page.getByRole('menuitem', { name: /Los op/ })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('menuitem', { name: /Los op/ }).click({ force: true });
  expect(forbidden).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  await expect.element(trigger).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'Verwijs door' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onSelect).toHaveBeenCalledOnce();
});

function Filters({ searchable = false }: { searchable?: boolean }): ReactElement {
  const [selected, setSelected] = useState<string[]>([]);
  const options = [
    { id: 'nitrogen', label: 'Stikstof', count: 4 },
    { id: 'grid', label: 'Netcongestie', count: 2 },
  ];
  return (
    <FilterButton label="Thema" options={options} selected={selected} onChange={setSelected} searchable={searchable} />
  );
}

test('a filter takes several values, names them, and can be taken away', async () => {
  render(<Filters />);
  await page.getByRole('button', { name: 'Thema' }).click();
  await page.getByRole('option', { name: /Stikstof/ }).click();
  await page.getByRole('option', { name: /Netcongestie/ }).click();
  await expectAccessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Thema: Stikstof en 1 meer' })).toHaveFocus();
  await page.getByRole('button', { name: 'Verwijder filter Thema' }).click();
  await expect.element(page.getByRole('button', { name: 'Thema', exact: true })).toBeVisible();
});

test('searching in a filter keeps what was chosen and is now out of sight', async () => {
  render(<Filters searchable />);
  await page.getByRole('button', { name: 'Thema' }).click();
  await page.getByRole('option', { name: /Stikstof/ }).click();
  await expect.element(page.getByRole('searchbox', { name: 'Zoek in Thema' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Zoek in Thema' }).fill('net');
  await page.getByRole('option', { name: /Netcongestie/ }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Thema: Stikstof en 1 meer' })).toBeVisible();
});

test('the table is chosen from a list, the current one ticked', async () => {
  const onChange = vi.fn<(value: unknown) => void>();
  render(
    <div className="bar">
      <BarTableSelect
        tables={[
          { id: 'west', name: 'West-Overijssel', note: 'regionaal' },
          { id: 'twente', name: 'Twente' },
        ]}
        value="west"
        onChange={onChange}
      />
    </div>,
  );
  await page.getByRole('button', { name: /West-Overijssel/ }).click();
  await expect
    .element(page.getByRole('menuitemradio', { name: /West-Overijssel/ }))
    .toHaveAttribute('aria-checked', 'true');
  await expectAccessible();
  await page.getByRole('menuitemradio', { name: 'Twente' }).click();
  expect(onChange).toHaveBeenCalledWith('twente');
});

test('the account menu changes the theme and remembers it', async () => {
  render(
    <div className="bar">
      <AccountMenu
        letters="ZW"
        name="Projectleider Zwartewaterland"
        entries={[{ id: 'out', label: 'Afmelden', onSelect: () => undefined }]}
      />
    </div>,
  );
  await page.getByRole('button', { name: 'Projectleider Zwartewaterland, accountmenu' }).click();
  await page.getByRole('menuitemradio', { name: 'Donker' }).click();
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(localStorage.getItem('theme')).toBe('dark');
});

function Later(): ReactElement {
  const [text, setText] = useState('');
  return (
    <Disclosure title="Start bouw" aside="nodig bij triage">
      <TextField label="Wanneer" value={text} onChange={setText} />
    </Disclosure>
  );
}

test('what may come later opens in place and keeps what was typed', async () => {
  render(<Later />);
  const row = page.getByRole('button', { name: 'Start bouw' });
  await expect.element(row).toHaveAttribute('aria-expanded', 'false');
  await row.click();
  await page.getByRole('textbox', { name: 'Wanneer' }).fill('mei');
  await row.click();
  await row.click();
  await expect.element(page.getByRole('textbox', { name: 'Wanneer' })).toHaveValue('mei');
  await expectAccessible();
});

test('views are links and the current one says so', async () => {
  render(
    <Tabs label="Weergaven">
      <a href="#open" aria-current="page">
        Open <TabCount>11</TabCount>
      </a>
      <a href="#laat">
        Te laat <TabCount>2</TabCount>
      </a>
    </Tabs>,
  );
  await expectAccessible();
});
