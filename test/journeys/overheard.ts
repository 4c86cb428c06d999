import type { Page } from 'playwright-core';

/** What a page heard over its WebSockets. */
export interface Overheard {
  /** Ids of the events of a table, in the order in which they came, over however many sockets. */
  eventsOf(tableId: string): readonly string[];
  /** How many sockets the page has opened so far. */
  sockets(): number;
}

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: { variables?: { tableId?: string }; data?: { tableEvents?: { event?: { id: string } } } };
}

/** Listens in on the sockets of a page; begin before it opens one. */
export function overhear(page: Page): Overheard {
  const heard: { tableId: string; id: string }[] = [];
  let count = 0;
  page.on('websocket', (socket) => {
    count += 1;
    const tables = new Map<string, string>();
    socket.on('framesent', ({ payload }) => {
      const { id = '', payload: asked } = JSON.parse(String(payload)) as Message;
      if (asked?.variables?.tableId) tables.set(id, asked.variables.tableId);
    });
    socket.on('framereceived', ({ payload }) => {
      const message = JSON.parse(String(payload)) as Message;
      const id = message.payload?.data?.tableEvents?.event?.id;
      const tableId = tables.get(message.id ?? '');
      if (id && tableId) heard.push({ tableId, id });
    });
  });
  return {
    eventsOf: (tableId) => heard.filter((event) => event.tableId === tableId).map(({ id }) => id),
    sockets: () => count,
  };
}
