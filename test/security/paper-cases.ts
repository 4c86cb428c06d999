/** How the cases read the rows of the demo region. */
interface Reader {
  one<T>(sql: string, params: unknown[]): Promise<T>;
  meeting(table: string): Promise<{ meetingId: string; expectedVersion: number }>;
  item(title: string): Promise<{ itemId: string; expectedVersion: number }>;
  input(fields: object, more?: object): Record<string, unknown>;
}

interface PaperCase {
  readonly mutation: string;
  readonly by: string;
  variables(): Promise<Record<string, unknown>>;
}

/** Papers, a publication that is taken back, and the calendar. */
export function paperCases({ one, meeting, item, input }: Reader): readonly PaperCase[] {
  const itemId = async () => (await item('Kennisdeling')).itemId;
  return [
    { mutation: 'undoPublication', by: 'secretary-twente', variables: async () => input(await meeting('twente')) },
    {
      mutation: 'addPaper',
      by: 'secretary-west',
      variables: async () => input({ itemId: await itemId(), title: 'Een stuk', url: 'https://example.org/stuk' }),
    },
    {
      mutation: 'removePaper',
      by: 'secretary-west',
      variables: async () => {
        const { id } = await one<{ id: string }>(
          `select coalesce((select id from paper where removed_at is null order by added_at desc, id desc limit 1), gen_random_uuid()) as id`,
          [],
        );
        return input({ paperId: `Paper_${id}` });
      },
    },
    { mutation: 'renewCalendarFeed', by: 'policy-raalte', variables: () => Promise.resolve({}) },
    { mutation: 'endCalendarFeed', by: 'policy-raalte', variables: () => Promise.resolve({}) },
  ];
}
