import { expect, test } from 'vitest';
import { meetingLine } from './meeting-line.ts';

const meeting = {
  submitBy: '2026-11-26',
  papersBy: '2026-12-03',
  startsAt: '2026-12-10T12:30:00Z',
  minutesBy: '2026-12-17',
  publishedAt: '2026-11-20T09:00:00Z',
};
const at = (today: string): string[] => meetingLine(meeting, today).map((stop) => `${stop.id} ${stop.at}`);

test('the first deadline that can still be made is now', () => {
  expect(at('2026-11-23')).toEqual(['PUBLISHED been', 'SUBMIT now', 'PAPERS ahead', 'TABLE ahead', 'MINUTES ahead']);
});

test('a deadline holds until the end of its day', () => {
  expect(at('2026-11-26')[1]).toBe('SUBMIT now');
  expect(at('2026-11-27').slice(1, 3)).toEqual(['SUBMIT been', 'PAPERS now']);
});

test('after the minutes everything is behind', () => {
  expect(new Set(meetingLine(meeting, '2026-12-18').map((stop) => stop.at))).toEqual(new Set(['been']));
});
