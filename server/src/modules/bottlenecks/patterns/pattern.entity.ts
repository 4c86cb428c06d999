import { defineEntity, p } from '@mikro-orm/core';
import type { PatternState } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { Change } from '../bottleneck.entity.ts';

const schema = defineEntity({
  name: 'Pattern',
  tableName: 'pattern',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    version: p.integer(),
    tableId: p.uuid(),
    title: p.text(),
    problem: p.text(),
    state: p.text().$type<PatternState>(),
    madeById: p.uuid(),
    madeOn: p.date().$type<LocalDate>(),
    resolution: p.text(),
    resolvedOn: p.date().$type<LocalDate>().strictNullable(),
    noteId: p.uuid().strictNullable(),
    changedById: p.uuid(),
    changedAt: p.datetime(),
  },
});

/** A pattern was changed in a state that does not allow it. Use cases refuse that first; this is the last line. */
class WrongPatternState extends Error {
  override readonly name = 'WrongPatternState';
}

/** Cases that are one problem. Its own methods guard its state. */
export class Pattern extends schema.class {
  edit(text: { title?: string; problem?: string }, change: Change): void {
    this.mustBe('OPEN');
    Object.assign(this, text);
    this.changed(change);
  }

  /** Cases came or went. */
  regroup(change: Change): void {
    this.mustBe('OPEN');
    this.changed(change);
  }

  resolve(resolution: string, noteId: string | null, change: Change): void {
    this.mustBe('OPEN');
    Object.assign(this, { state: 'RESOLVED', resolution, noteId, resolvedOn: localDateOf(change.at) });
    this.changed(change);
  }

  /** Takes the resolving back. */
  goOn(change: Change): void {
    this.mustBe('RESOLVED');
    Object.assign(this, { state: 'OPEN', resolution: '', noteId: null, resolvedOn: null });
    this.changed(change);
  }

  dissolve(change: Change): void {
    this.mustBe('OPEN');
    this.state = 'DISSOLVED';
    this.changed(change);
  }

  private mustBe(state: PatternState): void {
    if (this.state !== state) throw new WrongPatternState(`The pattern is ${this.state}, not ${state}.`);
  }

  private changed({ by, at }: Change): void {
    this.version += 1;
    this.changedById = by;
    this.changedAt = at;
  }
}
schema.setClass(Pattern);
