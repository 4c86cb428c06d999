import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { Rung } from '@versnellingstafel/shared/dates/ladder';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { contextOf } from '../../../platform/graphql/event-visibility.ts';
import type { ComposedMail, MailToCompose } from '../../../platform/mail/mail-composers.ts';
import { mailBody, type MailBlock } from '../../../platform/mail/mail-html.ts';
import { openSql, visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { visibleActions } from '../../actions/actions.module.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import { reminderMail } from './climb-ladder.ts';

/** Has reminders written, for each receiver under the rights of the moment at which they leave. */
export function registerReminderMail(platform: AppPlatform): void {
  platform.mail.register(reminderMail, (mail) => composeReminder(platform, mail));
}

/** One thing that a reminder is about, as its receiver may still see it. */
interface Line {
  readonly rung: Rung;
  readonly dueOn: LocalDate;
  readonly name: string;
  readonly caseId: string | null;
  readonly confidential: boolean;
}

const words = {
  nl: {
    subject: (count: number) => (count === 1 ? 'Eén ding vraagt je aandacht' : `${count} dingen vragen je aandacht`),
    hello: (name: string) => `Beste ${name},`,
    SOON: 'Binnenkort',
    LATE: 'Te laat',
    CIVIL_OWNER: 'Een week te laat in je organisatie',
    by: (day: string) => `uiterlijk ${day}`,
    open: 'Open wat er van je wordt gevraagd',
    why: 'Je krijgt hoogstens één mail per dag, en over elke stap maar één keer.',
  },
  en: {
    subject: (count: number) =>
      count === 1 ? 'One thing asks for your attention' : `${count} things ask for your attention`,
    hello: (name: string) => `Dear ${name},`,
    SOON: 'Soon',
    LATE: 'Late',
    CIVIL_OWNER: 'A week late in your organisation',
    by: (day: string) => `by ${day}`,
    open: 'Open what is asked of you',
    why: 'You get one mail a day at most, and each step only once.',
  },
} as const;

/** @returns null when all of it was done meanwhile, moved, or is no longer theirs to see. */
async function composeReminder(platform: AppPlatform, mail: MailToCompose): Promise<ComposedMail | null> {
  if (mail.personId === null) return null;
  const context = await contextOf(platform, mail.personId);
  const lines = context.viewer === null ? [] : await linesOf(context, mail.aboutId);
  if (lines.length === 0) return null;
  const locale: MessageLocale = context.viewer?.chosenLocale ?? 'nl';
  const said = words[locale];
  const day = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const subject = said.subject(lines.length);
  const groups = (['CIVIL_OWNER', 'LATE', 'SOON'] as const).flatMap((rung): MailBlock[] => {
    const items = lines.filter((line) => line.rung === rung);
    if (items.length === 0) return [];
    const told = items.map(({ name, dueOn }) => `${name}, ${said.by(day.format(new Date(`${dueOn}T00:00:00Z`)))}`);
    return [
      { kind: 'heading', text: said[rung] },
      { kind: 'list', items: told },
    ];
  });
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: said.hello(mail.receiver) },
    ...groups,
    { kind: 'link', text: said.open, url: `${platform.settings.origin}/` },
    { kind: 'small', text: said.why },
  ];
  const caseIds = lines.flatMap(({ caseId, confidential }) => (caseId !== null && confidential ? [caseId] : []));
  return {
    subject,
    ...mailBody(locale, subject, blocks),
    mentions: caseIds.length > 0 ? [{ closedPart: false, caseIds }] : [],
  };
}

/** What still stands of it: open, with the same day, and visible to who gets it. */
function linesOf(context: AppContext, reminderId: string): Promise<Line[]> {
  const viewer = context.requireViewer();
  const visible = visibleBottlenecks(viewer, 'b');
  const visibleAction = visibleActions(viewer, 'a');
  return context.em.execute<Line[]>(
    `select l.rung, l.due_on::text as "dueOn", b.number || ' ' || b.title as name, b.id as "caseId", b.confidentiality = 'CONFIDENTIAL' as confidential
     from reminder_line l join bottleneck b on b.id = l.bottleneck_id and b.due_on = l.due_on
     where l.reminder_id = ? and ${openSql('b')} and ${visible.sql}
     union all
     select l.rung, l.due_on::text, a.number || ' ' || a.what, a.bottleneck_id, true
     from reminder_line l join action a on a.id = l.action_id and a.due_on = l.due_on
     where l.reminder_id = ? and a.state = 'OPEN' and ${visibleAction.sql}
     order by 2, 3`,
    [reminderId, ...visible.params, reminderId, ...visibleAction.params],
  );
}
