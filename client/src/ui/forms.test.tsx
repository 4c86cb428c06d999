import { useState, type ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Checkbox } from './Checkbox.tsx';
import { CheckboxGroup } from './CheckboxGroup.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { ComboBox, type ComboOption } from './ComboBox.tsx';
import { DateField } from './DateField.tsx';
import { DatePicker } from './DatePicker.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { NumberField } from './NumberField.tsx';
import { SaveState } from './SaveState.tsx';
import { SearchField } from './SearchField.tsx';
import { Select } from './Select.tsx';
import { expectAccessible, render } from './testing/render.tsx';
import { TextArea } from './TextArea.tsx';
import { TextField } from './TextField.tsx';

const nothing = (): void => undefined;

test('fields, right and wrong, pass axe in light and dark', async () => {
  render(
    <form className="stack">
      <TextField label="Titel" hint="Eén zin." value="" onChange={nothing} />
      <TextField
        label="E-mail"
        type="email"
        error="Vul een adres in, bijvoorbeeld naam@gemeente.nl."
        value="x"
        onChange={nothing}
      />
      <TextArea label="Wat houdt het plan tegen?" maxLength={160} value="Vleermuizen" onChange={nothing} />
      <Select
        label="Thema"
        value={null}
        onChange={nothing}
        options={[{ id: 's', label: 'Soorten', note: 'ook vleermuizen' }]}
      />
      <NumberField
        label="Woningen"
        unit="woningen"
        value={2289}
        onChange={nothing}
        error="Meer dan het project telt."
      />
      <DateField label="Start bouw" value={null} onChange={nothing} required={false} />
      <DatePicker label="Uiterlijk" value="2026-11-12" onChange={nothing} error="12-11-2026 is voorbij." />
      <Checkbox label="Samen indienen" hint="Zij tekent mee." checked onChange={nothing} />
      <CheckboxGroup
        label="Soort"
        value={['note']}
        onChange={nothing}
        options={[{ id: 'note', label: 'Notitie', count: 4 }]}
      />
      <ChoiceGroup
        label="Zichtbaar voor"
        boxed
        value="region"
        onChange={nothing}
        options={[
          { id: 'region', label: 'Regio', note: 'Elke tafel' },
          { id: 'all', label: 'Openbaar' },
        ]}
      />
      <SaveState state="saved" at="2026-11-23T13:31:00Z" />
    </form>,
  );
  await expect.element(page.getByText('Bewaard 14:31')).toBeVisible();
  await expectAccessible();
});

test('a field is read with its hint and its error', async () => {
  render(<TextField label="Titel" hint="Eén zin." error="Vul één zin in." value="" onChange={nothing} />);
  const field = page.getByRole('textbox', { name: 'Titel' });
  await expect.element(field).toHaveAccessibleDescription('Eén zin. Vul één zin in.');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
});

test('a text area counts down in words', async () => {
  render(<TextArea label="Wat" maxLength={160} value="Vleermuizen" onChange={nothing} />);
  await expect.element(page.getByText('Nog 149 van 160 tekens')).toBeVisible();
});

test('the list of errors takes the focus and leads to each field, also to one of several parts', async () => {
  render(
    <>
      <ErrorSummary
        title="Twee velden kloppen nog niet"
        errors={[
          { fieldId: 'due', text: 'Uiterlijk ligt in het verleden' },
          { fieldId: 'project', text: 'Kies een project' },
        ]}
      />
      <DatePicker label="Uiterlijk" id="due" value="2026-11-12" onChange={nothing} />
      <ComboBox
        label="Project"
        id="project"
        value={null}
        onChange={nothing}
        options={[]}
        inputValue=""
        onInputChange={nothing}
      />
    </>,
  );
  await expect.element(page.getByRole('alert')).toHaveFocus();
  await page.getByRole('link', { name: 'Uiterlijk ligt in het verleden' }).click();
  await expect.element(page.getByRole('spinbutton', { name: /dag/ })).toHaveFocus();
  await page.getByRole('link', { name: 'Kies een project' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Project' })).toHaveFocus();
});

const projects: ComboOption[] = [
  { id: '1', label: 'Buitenkwartier, Zwartewaterland', note: '85 woningen' },
  { id: '2', label: 'Leikade, Deventer' },
];

function Projects({ onChoose }: { onChoose: (id: string | null) => void }): ReactElement {
  const [text, setText] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const found = projects.filter((project) => project.label.toLowerCase().includes(text.toLowerCase()));
  return (
    <ComboBox
      label="Project"
      value={value}
      options={found}
      inputValue={text}
      onInputChange={setText}
      onChange={(id, option) => {
        setValue(id);
        if (option) setText(option.label);
        onChoose(id);
      }}
    />
  );
}

test('a combobox suggests while typing; arrows walk, Enter takes', async () => {
  const onChoose = vi.fn<(id: string | null) => void>();
  render(<Projects onChoose={onChoose} />);
  const field = page.getByRole('combobox', { name: 'Project' });
  await field.click();
  await userEvent.keyboard('lei');
  await expect.element(page.getByRole('option', { name: /Leikade/ })).toBeVisible();
  await expectAccessible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(field).toHaveValue('Leikade, Deventer');
  expect(onChoose).toHaveBeenLastCalledWith('2');
});

test('a combobox says so when nothing matches', async () => {
  render(<Projects onChoose={nothing} />);
  await page.getByRole('combobox', { name: 'Project' }).click();
  await userEvent.keyboard('zzz');
  await expect.element(page.getByText('Niets gevonden')).toBeVisible();
});

test('a number is written as in Dutch and gives a number', async () => {
  const onChange = vi.fn<(value: unknown) => void>();
  render(<NumberField label="Woningen" value={2289} onChange={onChange} />);
  const field = page.getByRole('textbox', { name: 'Woningen' });
  await expect.element(field).toHaveValue('2.289');
  await field.fill('1.250');
  await userEvent.tab();
  expect(onChange).toHaveBeenLastCalledWith(1250);
});

function Due(): ReactElement {
  const [date, setDate] = useState<string | null>(null);
  return (
    <>
      <DateField label="Uiterlijk" value={date} onChange={setDate} />
      <output>{date}</output>
    </>
  );
}

test('a date is typed in parts, the day first', async () => {
  render(<Due />);
  await page.getByRole('spinbutton', { name: /dag/ }).click();
  await userEvent.keyboard('10122026');
  await expect.element(page.getByRole('status').filter({ hasText: '2026-12-10' })).toBeInTheDocument();
});

test('a date is taken from a calendar that starts on Monday', async () => {
  const onChange = vi.fn<(value: unknown) => void>();
  render(<DatePicker label="Uiterlijk" value="2026-12-10" onChange={onChange} min="2026-12-01" />);
  await page.getByRole('button', { name: /Kalender|Uiterlijk/ }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await expectAccessible();
  expect(document.querySelector('.calendar th')?.textContent).toMatch(/^ma/);
  await page.getByRole('button', { name: /17 december/ }).click();
  expect(onChange).toHaveBeenLastCalledWith('2026-12-17');
});

test('choices are radios in a group with a name', async () => {
  const onChange = vi.fn<(value: unknown) => void>();
  render(
    <ChoiceGroup
      label="Zichtbaar voor"
      value="region"
      onChange={onChange}
      options={[
        { id: 'region', label: 'Regio' },
        { id: 'all', label: 'Openbaar' },
      ]}
    />,
  );
  await expect.element(page.getByRole('group', { name: 'Zichtbaar voor' })).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(onChange).toHaveBeenCalledWith('all');
});

test('the search field submits on Enter and empties on Esc', async () => {
  const onSubmit = vi.fn<(text: string) => void>();
  function Search(): ReactElement {
    const [text, setText] = useState('');
    return (
      <SearchField
        size="page"
        label="Zoek in alles"
        hint="Ook zo: status:opgelost"
        value={text}
        onChange={setText}
        onSubmit={onSubmit}
      />
    );
  }
  render(<Search />);
  const field = page.getByRole('searchbox', { name: 'Zoek in alles' });
  await field.fill('stikstof');
  await userEvent.keyboard('{Enter}');
  expect(onSubmit).toHaveBeenCalledWith('stikstof');
  await userEvent.keyboard('{Escape}');
  await expect.element(field).toHaveValue('');
  await expectAccessible();
});
