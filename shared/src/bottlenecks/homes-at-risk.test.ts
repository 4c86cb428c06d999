import { describe, expect, it } from 'vitest';
import { homeMonths, homesAtRisk } from './homes-at-risk.ts';

const today = '2026-03-11';

describe('homes at risk', () => {
  it('counts a project once where cases overlap: each day the most that one of them blocks', () => {
    const cases = [
      { filedOn: '2026-03-01', closedOn: null, homes: 100 },
      { filedOn: '2026-03-06', closedOn: null, homes: 40 },
    ];
    expect(homesAtRisk(cases, today)).toEqual({ homes: 100, homeDays: 1000, since: '2026-03-01' });
  });

  it('stops counting on the day a case is closed, and goes on with what the other one blocks', () => {
    const cases = [
      { filedOn: '2026-03-01', closedOn: '2026-03-06', homes: 100 },
      { filedOn: '2026-03-01', closedOn: null, homes: 40 },
    ];
    expect(homesAtRisk(cases, today)).toEqual({ homes: 40, homeDays: 5 * 100 + 5 * 40, since: '2026-03-01' });
  });

  it('begins a new spell after a day without an open case', () => {
    const cases = [
      { filedOn: '2026-02-01', closedOn: '2026-02-11', homes: 10 },
      { filedOn: '2026-03-10', closedOn: null, homes: 10 },
    ];
    expect(homesAtRisk(cases, today)).toEqual({ homes: 10, homeDays: 110, since: '2026-03-10' });
  });

  it('counts nothing on the day of filing, nor for a case that closes before it opens', () => {
    expect(homesAtRisk([{ filedOn: today, closedOn: null, homes: 7 }], today)).toEqual({
      homes: 7,
      homeDays: 0,
      since: today,
    });
    expect(homesAtRisk([{ filedOn: today, closedOn: '2026-01-01', homes: 7 }], today).homeDays).toBe(0);
    expect(homesAtRisk([], today)).toEqual({ homes: 0, homeDays: 0, since: null });
  });

  it('is rounded once, at the end', () => {
    expect(homeMonths(0)).toBe(0);
    expect(homeMonths(15)).toBe(0);
    expect(homeMonths(16)).toBe(1);
    expect(homeMonths(365.25 * 100)).toBe(1200);
  });
});
