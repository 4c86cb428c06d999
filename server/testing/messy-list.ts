import writeXlsxFile, { type Cell } from 'write-excel-file/node';

/** A project that the list may name. */
export interface ListedProject {
  readonly name: string;
  readonly planNumber: string;
  readonly municipality: string;
}

/** What has to become of a row of the list. */
export interface ExpectedRow {
  readonly rowNumber: number;
  readonly kind: 'NEW' | 'REFUSED';
  readonly title: string;
  readonly homes: number | null;
  readonly dueOn: string | null;
}

const headers = [
  'Nr',
  'Gemeente',
  'Plan',
  'Plannr.',
  'Knelpunt',
  'Soort knelpunt',
  'Aantal won.',
  'Deadline',
  'Status',
  'Actiehouder',
  'Start bouw',
  'Opmerkingen',
];
const months = ['jan.', 'februari', 'mrt', 'april', 'mei', 'juni', 'juli', 'aug.', 'sept.', 'oktober', 'nov.', 'dec'];

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Written<T> = readonly [cell: Cell, means: T | 'REFUSED'];

/** A date in one of the ways in which people write it. */
function dateCell(pick: (count: number) => number, year: number, month: number, day: number): Written<string | null> {
  const two = (part: number) => String(part).padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}`;
  const serial = (Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const ways: (() => Written<string | null>)[] = [
    () => [{ value: new Date(`${iso}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' }, iso],
    () => [{ value: new Date(`${iso}T00:00:00Z`), type: Date, format: 'd mmm yyyy' }, iso],
    () => [`${day}-${month}-${year}`, iso],
    () => [`${two(day)}-${two(month)}-${year % 100}`, iso],
    () => [`${day} ${months[month - 1]} ${year}`, iso],
    () => [`${two(day)}/${two(month)}/${year}`, iso],
    () => [{ value: serial, type: Number }, iso],
    () => [null, null],
    () => ['n.t.b.', null],
  ];
  return ways[pick(ways.length)]?.() ?? [null, null];
}

function homesCell(pick: (count: number) => number, homes: number): Written<number | null> {
  const dotted =
    homes >= 1_000 ? `${Math.floor(homes / 1_000)}.${String(homes % 1_000).padStart(3, '0')}` : String(homes);
  const ways: Written<number | null>[] = [
    [{ value: homes, type: Number }, homes],
    [{ value: homes, type: Number }, homes],
    [`ca. ${homes} won.`, homes],
    [`${dotted} woningen`, homes],
    [`±${homes}`, homes],
    [`${homes} - ${homes + 40}`, homes],
    [null, null],
    ['onbekend', null],
  ];
  return ways[pick(ways.length)] ?? [null, null];
}

/**
 * The list that a secretary has kept for years: headings on row 3 under a merged title, dates, homes and states in every form,
 * villages, duplicates, blanks and mistakes, written by another library than the one that reads it. The same for the same seed.
 */
export async function messyList(
  count: number,
  projects: readonly ListedProject[],
  { seed = 4, people = ['Fenna', 'Team RO'] }: { readonly seed?: number; readonly people?: readonly string[] } = {},
): Promise<{ readonly file: Buffer; readonly expected: readonly ExpectedRow[] }> {
  const random = seeded(seed);
  const pick = (most: number) => Math.floor(random() * most);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const rows: Cell[][] = [
    [{ value: 'Knelpuntenlijst West-Overijssel – stand 20 november', columnSpan: headers.length, fontWeight: 'bold' }],
    [],
    headers.map((value) => ({ value, fontWeight: 'bold' })),
  ];
  const expected: ExpectedRow[] = [];
  let last: { cells: Cell[]; expected: ExpectedRow } | null = null;
  while (expected.length < count) {
    const rowNumber = rows.length + 1;
    const mistake = pick(100);
    if (mistake === 0) {
      rows.push([]);
      continue;
    }
    if (mistake <= 2 && last?.expected.kind === 'NEW') {
      rows.push(last.cells);
      expected.push({ ...last.expected, rowNumber, kind: 'REFUSED' });
      continue;
    }
    const project = one(projects);
    const title = `${one(['Geen stroom', 'Stikstofruimte', 'Geluid van het spoor', 'Bodem vervuild', 'Geen ontsluiting'])} ${expected.length + 1} bij ${project.name}`;
    const [homes, homesMean] = homesCell(pick, 1 + pick(1_400));
    const [due, dueMeans] = dateCell(pick, 2026 + pick(3), 1 + pick(12), 1 + pick(28));
    const [start] = dateCell(pick, 2027 + pick(3), 1 + pick(12), 1 + pick(28));
    const cells: Cell[] = [
      { value: expected.length + 1, type: Number },
      pick(4) === 0 ? null : project.municipality,
      pick(10) === 0 ? null : pick(5) === 0 ? `  ${project.name.toUpperCase()} ` : project.name,
      null,
      title,
      one(['Netcongestie', 'netcongestie', 'Netcongestie ', 'GROND', null]),
      homes,
      due,
      one(['In behandeling', 'loopt', 'Nieuw', 'afgerond', 'aangehouden', 'Ingediend', null, '-']),
      one([...people, null]),
      start,
      one(['Besproken op de tafel', '=HYPERLINK("http://x")', null, null]),
    ];
    if (cells[2] === null || pick(3) === 0) cells[3] = project.planNumber;
    const refused = spoil(mistake, cells);
    rows.push(cells);
    const row: ExpectedRow = {
      rowNumber,
      kind: refused ? 'REFUSED' : 'NEW',
      title,
      homes: homesMean as number | null,
      dueOn: dueMeans,
    };
    expected.push(row);
    last = { cells, expected: row };
  }
  const file = await writeXlsxFile(rows, { sheet: 'Lijst' }).toBuffer();
  return { file, expected };
}

/** Puts one of the usual mistakes into a row. @returns whether the row cannot be taken because of it. */
function spoil(mistake: number, cells: Cell[]): boolean {
  const mistakes: Record<number, () => void> = {
    3: () => (cells[7] = '31-02-2026'),
    4: () => (cells[1] = 'Atlantis'),
    5: () => (cells[6] = 'een stuk of wat'),
    6: () => (cells[4] = null),
    7: () => {
      cells[2] = 'Een plan dat nergens staat';
      cells[3] = null;
    },
    8: () => (cells[5] = 'Iets heel anders'),
    9: () => (cells[6] = { value: '=A4*2', type: 'Formula' }),
    10: () => (cells[8] = 'tja'),
  };
  const make = mistakes[mistake];
  make?.();
  return make !== undefined;
}
