import { useState, type ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DateWithDistance } from './DateWithDistance.tsx';
import { Homes } from './Homes.tsx';
import { LevelMark } from './LevelMark.tsx';
import { Meta } from './Meta.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import type { Sort } from './SortHeader.tsx';
import { StateMark } from './StateMark.tsx';
import { Table } from './Table.tsx';
import type { Column } from './table-column.ts';
import { TableTitle } from './TableTitle.tsx';
import { expectAccessible, render } from './testing/render.tsx';
import { TimetableList, type TimetableItem } from './TimetableList.tsx';

interface Case {
  number: string;
  title: string;
  homes: number;
}

const cases: Case[] = [
  { number: 'KP-2026-013', title: 'Diffuse bodemverontreiniging maakt grondverzet onbetaalbaar', homes: 85 },
  { number: 'KP-2026-015', title: 'Aansluiting op het hoofdwegennet begrenst het aantal woningen', homes: 400 },
];

const columns: Column<Case>[] = [
  {
    id: 'title',
    header: 'Knelpunt',
    rowHeader: true,
    sortable: true,
    render: ({ number, title }) => (
      <TableTitle
        link={
          <a className="quiet-link strong" href={`#${number}`}>
            {title}
          </a>
        }
        meta={[number, 'Buitenkwartier']}
      >
        Volgende stap: voorstel
      </TableTitle>
    ),
  },
  {
    id: 'state',
    header: 'Staat en tafel',
    width: 'state',
    render: () => (
      <>
        <StateMark state="SCHEDULED" />
        <span className="two">
          <LevelMark level="REGIONAL" />
        </span>
      </>
    ),
  },
  { id: 'homes', header: 'Woningen', width: 'homes', sortable: true, render: ({ homes }) => <Homes count={homes} /> },
  {
    id: 'due',
    header: 'Uiterlijk',
    width: 'due',
    render: () => <DateWithDistance date="2026-12-10" today="2026-11-23" layout="stacked" />,
  },
];

function Cases({ onSort }: { onSort?: (sort: Sort) => void }): ReactElement {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<Sort>({ column: 'homes', direction: 'ascending' });
  return (
    <>
      <SelectionBar
        count={selected.size}
        homes={cases.filter(({ number }) => selected.has(number)).reduce((sum, { homes }) => sum + homes, 0)}
        onClear={() => setSelected(new Set())}
      >
        {null}
      </SelectionBar>
      <Table
        label="Open knelpunten, gesorteerd op woningen"
        keys
        columns={columns}
        rows={cases}
        rowKey={({ number }) => number}
        sort={sort}
        onSort={(next) => {
          setSort(next);
          onSort?.(next);
        }}
        selection={{ selected, onChange: setSelected, name: ({ number }) => number }}
        isNew={({ number }) => number.endsWith('015')}
      />
    </>
  );
}

test('a table passes axe, folded and not', async () => {
  render(<Cases />);
  await expectAccessible();
});

test('a header sorts, and turns round when pressed again', async () => {
  const onSort = vi.fn<(sort: Sort) => void>();
  render(<Cases onSort={onSort} />);
  const homes = page.getByRole('columnheader', { name: 'Woningen' });
  await expect.element(homes).toHaveAttribute('aria-sort', 'ascending');
  await homes.getByRole('button').click();
  await expect.element(homes).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('columnheader', { name: 'Knelpunt' }).getByRole('button').click();
  expect(onSort).toHaveBeenLastCalledWith({ column: 'title', direction: 'ascending' });
  await expect.element(homes).not.toHaveAttribute('aria-sort');
});

test('j and k walk the rows with the focus, x selects, Esc clears; the bar sums the homes', async () => {
  render(<Cases />);
  await expect.element(page.getByRole('table')).toBeVisible();
  await userEvent.keyboard('jj');
  await expect.element(page.getByRole('link', { name: /Aansluiting/ })).toHaveFocus();
  await userEvent.keyboard('x');
  await userEvent.keyboard('kx');
  await expect.element(page.getByRole('link', { name: /Diffuse/ })).toHaveFocus();
  await expect.element(page.getByText('485 woningen')).toBeVisible();
  await expect.element(page.getByText('2 geselecteerd')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('group', { name: 'Selectie' })).not.toBeInTheDocument();
});

test('the box in the head takes all, and is half when some are taken', async () => {
  render(<Cases />);
  await page.getByRole('checkbox', { name: 'Selecteer KP-2026-013' }).click();
  const all = page.getByRole('checkbox', { name: 'Selecteer alle 2' });
  await expect.element(all).toBePartiallyChecked();
  await all.click();
  await expect.element(page.getByRole('checkbox', { name: 'Selecteer KP-2026-015' })).toBeChecked();
});

const agenda: TimetableItem[] = [
  { id: 'a', time: '13:30', minutes: 10, name: 'Opening', title: 'Opening', fixed: true, why: 'Vast punt' },
  {
    id: 'b',
    time: '13:40',
    minutes: 15,
    name: 'Verslag',
    title: 'Verslag',
    meta: <Meta>{['Besluit', 'Secretaris']}</Meta>,
  },
  { id: 'c', time: '13:55', minutes: 30, name: 'Grondbalans', title: 'Gesloten grondbalans', homes: 85, delay: 3 },
];

function Agenda({
  onMove,
  onMinutes,
}: {
  onMove?: (id: string, to: number) => void;
  onMinutes?: (id: string, minutes: number) => void;
}): ReactElement {
  const [items, setItems] = useState(agenda);
  return (
    <TimetableList
      label="Agendapunten"
      items={items}
      end="16:00"
      onMinutes={(id, minutes) => onMinutes?.(id, minutes)}
      onMove={(id, to) => {
        onMove?.(id, to);
        const moved = items.find((item) => item.id === id);
        const rest = items.filter((item) => item.id !== id);
        if (moved) setItems([...rest.slice(0, to), moved, ...rest.slice(to)]);
      }}
    />
  );
}

const order = (): (string | null)[] =>
  [...document.querySelectorAll<HTMLElement>('[role=row]')].map((row) => row.dataset['key'] ?? null);

test('the agenda passes axe', async () => {
  render(<Agenda />);
  await expectAccessible();
});

test('Alt with an arrow moves an item, the focus goes along and it is announced', async () => {
  const onMove = vi.fn<(id: string, toIndex: number) => void>();
  render(<Agenda onMove={onMove} />);
  await page.getByRole('row', { name: /Grondbalans/ }).click();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(onMove).toHaveBeenCalledWith('c', 1);
  await vi.waitFor(() => expect(order()).toEqual(['a', 'c', 'b']));
  await expect.element(page.getByRole('row', { name: /Grondbalans/ })).toHaveFocus();
  await expect.element(page.getByText('Grondbalans: plaats 2 van 3')).toBeInTheDocument();
});

test('the move menu does the same without dragging', async () => {
  render(<Agenda />);
  await page.getByRole('button', { name: 'Verplaats Verslag' }).click();
  await page.getByRole('menuitem', { name: 'Naar het eind' }).click();
  await vi.waitFor(() => expect(order()).toEqual(['a', 'c', 'b']));
});

test('an item is dragged with the keyboard', async () => {
  const onMove = vi.fn<(id: string, toIndex: number) => void>();
  render(<Agenda onMove={onMove} />);
  await expect.element(page.getByRole('row', { name: /Verslag/ })).toBeVisible();
  await page.getByRole('row', { name: /Verslag/ }).click();
  // Past the minutes to the handle.
  await userEvent.keyboard('{Tab}{Tab}');
  await expect.element(page.getByRole('button', { name: 'Sleep Verslag' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('button', { name: 'Plaatsen tussen 13:40 Verslag en 13:55 Grondbalans' }))
    .toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onMove).toHaveBeenCalledWith('b', 2);
});

test('a fixed item keeps its place', async () => {
  const onMove = vi.fn<(id: string, toIndex: number) => void>();
  render(<Agenda onMove={onMove} />);
  await page.getByRole('row', { name: /Opening/ }).click();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(onMove).not.toHaveBeenCalled();
  await expect.element(page.getByRole('button', { name: 'Verplaats Opening' })).not.toBeInTheDocument();
});

test('the minutes of an item are changed in place', async () => {
  const onMinutes = vi.fn<(id: string, minutes: number) => void>();
  render(<Agenda onMinutes={onMinutes} />);
  const field = page.getByRole('textbox', { name: 'Minuten voor Grondbalans' });
  await field.fill('25');
  await userEvent.tab();
  expect(onMinutes).toHaveBeenCalledWith('c', 25);
});
