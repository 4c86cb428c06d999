import { createContext, useContext } from 'react';
import type { KnownTable, Session } from '../session/session.ts';

const storageKey = 'table';

/** What the address says when no single table is chosen. */
export const wholeProvince = 'heel-overijssel';

/** The slug that was chosen last on this device, or null. */
export function readRememberedTable(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Remembers the choice on this device. @param slug of a table, or {@link wholeProvince} */
export function rememberTable(slug: string): void {
  try {
    localStorage.setItem(storageKey, slug);
  } catch {
    // Storage is blocked: the address still carries the choice.
  }
}

/**
 * The table one works at: what the address says, else what this device remembers, else one's own first table, and null for the whole
 * province. A slug that no longer exists counts as absent.
 */
export function chooseTable(
  { viewer, tables }: Session,
  inAddress: string | undefined,
  remembered: string | null,
): KnownTable | null {
  for (const slug of [inAddress, remembered]) {
    if (slug === wholeProvince) return null;
    const table = tables.find((one) => one.slug === slug);
    if (table) return table;
  }
  const own = viewer.memberships[0]?.table.id;
  return tables.find(({ id }) => id === own) ?? null;
}

const ChosenTableContext = createContext<KnownTable | null>(null);

/** Hands the chosen table to the page; the shell does. */
export const ChosenTableProvider = ChosenTableContext.Provider;

/** The table one works at; null for the whole province. */
export const useChosenTable = (): KnownTable | null => useContext(ChosenTableContext);
