import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import type { BundleItem, BundlePaper } from '../../../platform/files/pdf-bundle.ts';
import { bundleOf } from '../../../platform/files/pdf-work.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import { closedPartTitle } from '../agenda-item.resolver.ts';
import type { Meeting } from '../meeting.entity.ts';
import { agendaWithPapers, type PaperFace, paperUrl } from './paper.queries.ts';

const words = {
  nl: {
    papers: 'Stukken',
    agenda: 'Agenda',
    notBound: 'niet in deze bundel; open het via deze link',
    broken: 'kon niet worden ingebonden (beschadigd of met een wachtwoord); open het via deze link',
    minutes: 'minuten',
    link: 'link',
  },
  en: {
    papers: 'Papers',
    agenda: 'Agenda',
    notBound: 'not in this bundle; open it by this link',
    broken: 'could not be bound in (damaged, or locked with a password); open it by this link',
    minutes: 'minutes',
    link: 'link',
  },
} as const;

/** Bytes of the files in one bundle; what comes after that is listed as a link. */
const bundleBytes = 200_000_000;

/** Where all papers of a meeting are got as one PDF. */
export function bundleUrl(meetingId: string): string {
  return `/papers/meetings/${meetingId}.pdf`;
}

/**
 * All papers of a meeting that the viewer may read, as one PDF with bookmarks.
 * @param origin the address of this server, for the links.
 * @returns null when there is none.
 */
export async function bundleOfMeeting(
  context: AppContext,
  meeting: Meeting,
  origin: string,
): Promise<{ name: string; pdf: Buffer } | null> {
  const agenda = await agendaWithPapers(context, meeting.id);
  if (agenda.every(({ papers }) => papers.length === 0)) return null;
  const { locale } = context;
  const table = (await context.node('AccelerationTable', meeting.tableId)) as {
    name: string;
    shortName: string;
  } | null;
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Amsterdam', dateStyle: 'full' }).format(
    meeting.startsAt,
  );
  const room = { left: bundleBytes };
  const items: BundleItem[] = [];
  // One after the other: all files together must fit.
  for (const { item, papers } of agenda) {
    const bound: BundlePaper[] = [];
    for (const paper of papers) bound.push(await boundPaper(context, paper, origin, room));
    items.push({ ...headOf(item, locale), papers: bound });
  }
  const { pdf } = await bundleOf({
    language: locale,
    title: table?.name ?? words[locale].papers,
    subtitle: `${day}, ${localTimeOf(meeting.startsAt)}–${localTimeOf(meeting.endsAt)}, ${meeting.location}`,
    items,
    words: words[locale],
  });
  const date = meeting.startsAt.toISOString().slice(0, 10);
  return {
    name: `${words[locale].papers} ${table?.shortName ?? ''} ${date}.pdf`.replace(/\s+/g, ' '),
    pdf: Buffer.from(pdf),
  };
}

function headOf(item: AgendaItemFace, locale: MessageLocale): Omit<BundleItem, 'papers'> {
  return {
    number: String(item.position),
    title: item.masked ? closedPartTitle[locale] : item.title,
    detail: `${localTimeOf(item.startsAt)} · ${item.minutes} ${words[locale].minutes}`,
  };
}

async function boundPaper(
  context: AppContext,
  paper: PaperFace,
  origin: string,
  room: { left: number },
): Promise<BundlePaper> {
  const { title, hash, size, mediaType, fileName } = paper;
  const url = new URL(paperUrl(paper), origin).href;
  const kind = fileName === null ? words[context.locale].link : (fileName.split('.').at(-1) ?? '').toLowerCase();
  const plain = { title, kind, url };
  if (hash === null || size === null || mediaType !== 'application/pdf' || size > room.left) return plain;
  room.left -= size;
  return { ...plain, pdf: await context.platform.files.read(hash) };
}
