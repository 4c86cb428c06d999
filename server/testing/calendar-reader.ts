import ICAL from 'ical.js';

/** What stands in a calendar file of one event. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly location: string;
  readonly url: string;
  readonly organizer: string | null;
  readonly attendees: readonly string[];
}

/**
 * Reads a calendar as a strict program does.
 * @throws Error at anything that the standard does not know: wrong line ends, lines that are too long, values out of range.
 */
export function readCalendar(text: string): { method: string | null; name: string | null; events: ReadEvent[] } {
  ICAL.design.strict = true;
  if (!text.endsWith('\r\n') && !text.endsWith('END:VCALENDAR')) throw new Error('The calendar breaks off.');
  for (const line of text.split('\r\n')) {
    if (/[\r\n]/.test(line)) throw new Error('Lines end with CR and LF.');
    if (Buffer.byteLength(line) > 75) throw new Error(`This line is too long: ${line}`);
  }
  const calendar = new ICAL.Component(ICAL.parse(text));
  if (calendar.getFirstPropertyValue('version') !== '2.0') throw new Error('This is not iCalendar 2.0.');
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    for (const needed of ['uid', 'dtstamp', 'dtstart'])
      if (!component.hasProperty(needed)) throw new Error(`An event has no ${needed}.`);
    const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: value('status'),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      location: event.location,
      url: value('url'),
      organizer: component.hasProperty('organizer') ? value('organizer') : null,
      attendees: component.getAllProperties('attendee').map((property) => String(property.getFirstValue())),
    };
  });
  const method = calendar.getFirstPropertyValue('method');
  const name = calendar.getFirstPropertyValue('x-wr-calname');
  return { method: method === null ? null : String(method), name: name === null ? null : String(name), events };
}
