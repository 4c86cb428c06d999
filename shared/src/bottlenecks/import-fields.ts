import { fold } from '../search/fold.ts';

/** What a column of a list can be. The order is that of the columns in an export. */
export const importFields = [
  'NUMBER',
  'TITLE',
  'DESCRIPTION',
  'ASK',
  'TRIED_SO_FAR',
  'PROJECT',
  'PLAN_NUMBER',
  'MUNICIPALITY',
  'THEME',
  'STATE',
  'HOMES_BLOCKED',
  'OWNER',
  'LEAD',
  'ACTION_HOLDER',
  'NEXT_STEP',
  'DUE_ON',
  'DECISION_BY',
  'CONSTRUCTION_START',
  'CONFIDENTIALITY',
  'SOLVABLE_AT',
  'FILED_ON',
  'REMARK',
] as const;
export type ImportField = (typeof importFields)[number];

interface Words {
  readonly nl: string;
  readonly en: string;
}

interface FieldWords {
  /** The heading of the column in an export, and what the field is called on the page. */
  readonly label: Words;
  readonly hint: Words;
  /** Other headings that people give it, folded. A heading that begins with one of them counts as well. */
  readonly alsoCalled: readonly string[];
}

const dates: Words = { nl: 'Een datum, bijvoorbeeld 3-12-2026.', en: 'A date, for example 3-12-2026.' };
const person: Words = { nl: 'Een naam of een e-mailadres.', en: 'A name or an e-mail address.' };
const words = (nl: string, en: string): Words => ({ nl, en });

/** How each column is called and recognised. */
export const importFieldWords: Readonly<Record<ImportField, FieldWords>> = {
  NUMBER: {
    label: words('Knelpuntnummer', 'Bottleneck number'),
    hint: words(
      'Nummer van een zaak die er al is, zoals KP-2026-013. Leeg: een nieuwe zaak.',
      'Number of a case that is there already, such as KP-2026-013. Empty: a new case.',
    ),
    alsoCalled: [
      'nummer',
      'nummer knelpunt',
      'knelpunt nr',
      'knelpuntnr',
      'kp-nummer',
      'kp nummer',
      'kp nr',
      'zaaknummer',
    ],
  },
  TITLE: {
    label: words('Titel', 'Title'),
    hint: words('Het knelpunt in één zin.', 'The bottleneck in one sentence.'),
    alsoCalled: [
      'knelpunt',
      'omschrijving knelpunt',
      'onderwerp',
      'korte omschrijving',
      'wat knelt er',
      'probleem',
      'belemmering',
    ],
  },
  DESCRIPTION: {
    label: words('Wat er speelt', 'Description'),
    hint: words('Toelichting op het knelpunt.', 'More about the bottleneck.'),
    alsoCalled: ['omschrijving', 'beschrijving', 'toelichting', 'situatie', 'achtergrond'],
  },
  ASK: {
    label: words('Wat je vraagt', 'What is asked'),
    hint: words('Wat de tafel moet doen.', 'What the table is to do.'),
    alsoCalled: ['vraag', 'vraag aan tafel', 'gevraagd', 'wat wordt gevraagd', 'hulpvraag', 'gevraagd besluit'],
  },
  TRIED_SO_FAR: {
    label: words('Wat al geprobeerd is', 'What was tried'),
    hint: words('Wat er al gedaan is.', 'What was done already.'),
    alsoCalled: ['al geprobeerd', 'gedaan', 'wat is al gedaan', 'ondernomen', 'ondernomen acties'],
  },
  PROJECT: {
    label: words('Project', 'Project'),
    hint: words(
      'Naam van het project; meer projecten gescheiden door een puntkomma. Het plannummer mag ook.',
      'Name of the project; several are separated by a semicolon. The plan number will do as well.',
    ),
    alsoCalled: [
      'projectnaam',
      'naam project',
      'plan',
      'plannaam',
      'naam plan',
      'locatie',
      'woningbouwproject',
      'woningbouwlocatie',
    ],
  },
  PLAN_NUMBER: {
    label: words('Plannummer', 'Plan number'),
    hint: words('Nummer van het project in de planmonitor.', 'Number of the project in the plan register.'),
    alsoCalled: [
      'plan nr',
      'plannr',
      'plan-nr',
      'planid',
      'plan id',
      'projectnummer',
      'project nr',
      'planregistratie',
      'planmonitor',
    ],
  },
  MUNICIPALITY: {
    label: words('Gemeente', 'Municipality'),
    hint: words(
      'Gemeente of dorp; helpt bij projecten met dezelfde naam.',
      'Municipality or village; helps where projects share a name.',
    ),
    alsoCalled: ['gem', 'plaats', 'kern', 'woonplaats', 'dorp'],
  },
  THEME: {
    label: words('Thema', 'Theme'),
    hint: words('Een of meer thema’s, gescheiden door een puntkomma.', 'One or more themes, separated by a semicolon.'),
    alsoCalled: ['themas', "thema's", 'thema’s', 'categorie', 'soort', 'soort knelpunt', 'type knelpunt', 'rubriek'],
  },
  STATE: {
    label: words('Status', 'State'),
    hint: words('Hoe ver het is, bijvoorbeeld In behandeling.', 'How far it is, for example In progress.'),
    alsoCalled: ['stand', 'staat', 'voortgang', 'fase', 'stand van zaken'],
  },
  HOMES_BLOCKED: {
    label: words('Woningen die wachten', 'Homes that wait'),
    hint: words('Een aantal, bijvoorbeeld 120.', 'A number, for example 120.'),
    alsoCalled: [
      'woningen',
      'aantal woningen',
      '# woningen',
      'aantal won',
      'won',
      'woningaantal',
      'geraakte woningen',
      'aantal',
    ],
  },
  OWNER: {
    label: words('Eigenaar', 'Owner'),
    hint: person,
    alsoCalled: ['probleemeigenaar', 'contactpersoon', 'projectleider', 'verantwoordelijke', 'indiener'],
  },
  LEAD: { label: words('Trekker', 'Lead'), hint: person, alsoCalled: ['trekker tafel', 'behandelaar', 'aanjager'] },
  ACTION_HOLDER: {
    label: words('Actiehouder', 'Action holder'),
    hint: words('Een naam; wie we niet kennen blijft als tekst staan.', 'A name; whom we do not know is kept as text.'),
    alsoCalled: ['actie door', 'wie', 'door wie', 'actie bij', 'uitvoerder'],
  },
  NEXT_STEP: {
    label: words('Volgende stap', 'Next step'),
    hint: words('Wat er nu moet gebeuren.', 'What has to happen now.'),
    alsoCalled: ['actie', 'acties', 'vervolgactie', 'vervolg', 'vervolgstap'],
  },
  DUE_ON: {
    label: words('Uiterste datum', 'Due date'),
    hint: dates,
    alsoCalled: ['deadline', 'uiterlijk', 'datum', 'streefdatum', 'termijn', 'gereed', 'datum gereed', 'einddatum'],
  },
  DECISION_BY: {
    label: words('Besluit nodig voor', 'Decision needed by'),
    hint: dates,
    alsoCalled: ['besluit', 'besluit voor', 'datum besluit', 'besluitdatum', 'beslisdatum', 'besluitvorming'],
  },
  CONSTRUCTION_START: {
    label: words('Start bouw', 'Start of construction'),
    hint: dates,
    alsoCalled: [
      'start van de bouw',
      'bouwstart',
      'startbouw',
      'start uitvoering',
      'geplande start bouw',
      'aanvang bouw',
    ],
  },
  CONFIDENTIALITY: {
    label: words('Vertrouwelijkheid', 'Confidentiality'),
    hint: words('Openbaar, regionaal of vertrouwelijk.', 'Public, regional or confidential.'),
    alsoCalled: ['openbaarheid', 'vertrouwelijk', 'zichtbaarheid', 'openbaar'],
  },
  SOLVABLE_AT: {
    label: words('Niveau', 'Level'),
    hint: words('Lokaal, regionaal, provinciaal of landelijk.', 'Local, regional, provincial or national.'),
    alsoCalled: ['schaal', 'schaalniveau', 'op te lossen door', 'oplosniveau', 'tafelniveau'],
  },
  FILED_ON: {
    label: words('Ingediend op', 'Filed on'),
    hint: dates,
    alsoCalled: [
      'indiendatum',
      'datum indiening',
      'datum melding',
      'gemeld op',
      'ingediend',
      'datum ingebracht',
      'ingebracht op',
    ],
  },
  REMARK: {
    label: words('Opmerking', 'Remark'),
    hint: words('Wordt bij de zaak bewaard.', 'Is kept with the case.'),
    alsoCalled: ['opmerkingen', 'notitie', 'notities', 'bijzonderheden', 'nb'],
  },
};

/** Sizes that an import obeys. */
export const importLimits = {
  /** Rows of one sheet. */
  rowsMax: 20_000,
  columnsMax: 60,
  sheetsMax: 30,
  /** Rows that are checked in one go. */
  chunk: 250,
  samples: 3,
  /** Characters of a cell. */
  cellMax: 32_767,
} as const;

/** What must be mapped: the title, and something to find the case or its project by. */
export const requiredFields: readonly ImportField[] = ['TITLE', 'PROJECT'];
export const projectFields: readonly ImportField[] = ['PROJECT', 'PLAN_NUMBER', 'NUMBER'];

/** A heading as it is compared. */
export function foldedHeader(header: string): string {
  return fold(header)
    .replaceAll(/[^a-z0-9#' -]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * Which field a heading names: exactly, or by how it begins. Each field goes to one column, the one that names it best.
 * @returns one entry for each heading.
 */
export function suggestFields(headers: readonly string[]): (ImportField | null)[] {
  const folded = headers.map(foldedHeader);
  const found: (ImportField | null)[] = headers.map(() => null);
  const taken = new Set<ImportField>();
  for (const fits of [isNameOf, beginsLike]) {
    for (const [index, header] of folded.entries()) {
      if (found[index] !== null || header === '') continue;
      const field = importFields.find((each) => !taken.has(each) && fits(header, each));
      if (field === undefined) continue;
      found[index] = field;
      taken.add(field);
    }
  }
  return found;
}

function namesOf(field: ImportField): string[] {
  const { label, alsoCalled } = importFieldWords[field];
  return [label.nl, label.en, ...alsoCalled].map(foldedHeader);
}

function isNameOf(header: string, field: ImportField): boolean {
  return namesOf(field).includes(header);
}

function beginsLike(header: string, field: ImportField): boolean {
  return namesOf(field).some(
    (name) => name.length >= 4 && (header.startsWith(`${name} `) || header.endsWith(` ${name}`)),
  );
}
