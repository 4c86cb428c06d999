import { localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { startOffsets } from '@versnellingstafel/shared/meetings/agenda';
import type { AgendaChange, AgendaSnapshot } from '@versnellingstafel/shared/meetings/agenda-changes';
import { mailBody, type MailBlock } from '../../../platform/mail/mail-html.ts';
import { changeInWords, dayAndTime } from './change-words.ts';

/** What a mail about a meeting is made from, as its receiver may see it. */
export interface MeetingTold {
  readonly locale: MessageLocale;
  readonly receiver: string;
  readonly tableName: string;
  /** Who published, moved or cancelled it. */
  readonly by: string;
  readonly message: string;
  readonly isFirst: boolean;
  readonly changes: readonly AgendaChange[];
  readonly snapshot: Pick<AgendaSnapshot, 'startsAt' | 'endsAt' | 'location' | 'cancelled'>;
  /** The items that they get, with the minutes of all of them for the times. */
  readonly items: readonly {
    readonly title: string;
    readonly minutes: number;
    readonly shown: boolean;
    readonly papers: number;
  }[];
  readonly link: string;
  /** Does the link lead them anywhere? Not without an account. */
  readonly hasAccount: boolean;
}

const words = {
  nl: {
    first: 'Agenda',
    changed: 'Gewijzigde agenda',
    moved: 'Verzet',
    cancelled: 'Gaat niet door',
    restored: 'Gaat toch door',
    hello: (name: string) => `Beste ${name},`,
    intro: {
      first: (by: string, table: string) => `${by} heeft de agenda van ${table} gepubliceerd.`,
      changed: (by: string, table: string) => `${by} heeft de agenda van ${table} gewijzigd.`,
      moved: (by: string, table: string) => `${by} heeft de vergadering van ${table} verzet.`,
      cancelled: (by: string, table: string) => `${by} heeft de vergadering van ${table} afgezegd.`,
      restored: (by: string, table: string) => `De vergadering van ${table} gaat toch door, meldt ${by}.`,
    },
    saidBy: (by: string) => `Bericht van ${by}`,
    changes: 'Wat er veranderde',
    when: 'Wanneer',
    where: 'Waar',
    agenda: 'Agenda',
    papers: (count: number) => (count === 1 ? '1 stuk' : `${count} stukken`),
    open: 'Open de agenda en de stukken',
    calendar: 'De uitnodiging in de bijlage zet de vergadering in je agenda, of werkt haar daar bij.',
    gone: 'De bijlage haalt de vergadering uit je agenda.',
    why: 'Je krijgt deze mail omdat je aan deze vergadering deelneemt.',
  },
  en: {
    first: 'Agenda',
    changed: 'Changed agenda',
    moved: 'Moved',
    cancelled: 'Cancelled',
    restored: 'Takes place after all',
    hello: (name: string) => `Dear ${name},`,
    intro: {
      first: (by: string, table: string) => `${by} has published the agenda of ${table}.`,
      changed: (by: string, table: string) => `${by} has changed the agenda of ${table}.`,
      moved: (by: string, table: string) => `${by} has moved the meeting of ${table}.`,
      cancelled: (by: string, table: string) => `${by} has cancelled the meeting of ${table}.`,
      restored: (by: string, table: string) => `The meeting of ${table} takes place after all, says ${by}.`,
    },
    saidBy: (by: string) => `Message from ${by}`,
    changes: 'What changed',
    when: 'When',
    where: 'Where',
    agenda: 'Agenda',
    papers: (count: number) => (count === 1 ? '1 paper' : `${count} papers`),
    open: 'Open the agenda and the papers',
    calendar: 'The attached invitation puts the meeting into your calendar, or brings it up to date there.',
    gone: 'The attachment takes the meeting out of your calendar.',
    why: 'You get this mail because you take part in this meeting.',
  },
} as const;

type News = 'first' | 'changed' | 'moved' | 'cancelled' | 'restored';

/** What the mail is about, most important first. */
function newsOf({ isFirst, changes, snapshot }: MeetingTold): News {
  const has = (...kinds: AgendaChange['kind'][]) => changes.some(({ kind }) => kinds.includes(kind));
  if (snapshot.cancelled) return 'cancelled';
  if (isFirst) return 'first';
  if (has('RESTORED')) return 'restored';
  return has('RESCHEDULED', 'PLACE') ? 'moved' : 'changed';
}

/** The mail in the language of its receiver: what happened, in their own words if they gave any, what changed, and the agenda. */
export function meetingMailText(told: MeetingTold): { subject: string; text: string; html: string } {
  const { locale, tableName, by, message, changes, snapshot, link } = told;
  const said = words[locale];
  const news = newsOf(told);
  const start = new Date(snapshot.startsAt);
  const when = dayAndTime(start, locale);
  const subject = `${said[news]}: ${tableName}, ${when}`;
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: said.hello(told.receiver) },
    { kind: 'paragraph', text: said.intro[news](by, tableName) },
  ];
  if (message) blocks.push({ kind: 'heading', text: said.saidBy(by) }, { kind: 'paragraph', text: message });
  if (changes.length > 0)
    blocks.push(
      { kind: 'heading', text: said.changes },
      { kind: 'list', items: changes.map((change) => changeInWords(change, locale)) },
    );
  blocks.push({
    kind: 'rows',
    rows: [
      [`${said.when}:`, `${when}–${localTimeOf(new Date(snapshot.endsAt))}`],
      [`${said.where}:`, snapshot.location],
    ],
  });
  if (!snapshot.cancelled && told.items.some(({ shown }) => shown))
    blocks.push({ kind: 'heading', text: said.agenda }, { kind: 'rows', rows: agendaRows(told, start) });
  if (told.hasAccount) blocks.push({ kind: 'link', text: said.open, url: link });
  blocks.push({ kind: 'paragraph', text: snapshot.cancelled ? said.gone : said.calendar });
  blocks.push({ kind: 'small', text: said.why });
  return { subject, ...mailBody(locale, subject, blocks) };
}

function agendaRows({ locale, items }: MeetingTold, start: Date): (readonly [string, string])[] {
  const starts = startOffsets(items.map(({ minutes }) => minutes));
  return items.flatMap(({ title, shown, papers }, index) => {
    if (!shown) return [];
    const time = localTimeOf(new Date(start.getTime() + (starts[index] ?? 0) * 60_000));
    return [[time, papers > 0 ? `${title} (${words[locale].papers(papers)})` : title] as const];
  });
}
