import { SMTPServer, type SMTPServerAddress } from 'smtp-server';

/** A mail as a server took it. */
export interface ArrivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Everything that was sent, headers and body. */
  readonly raw: string;
  /** A header, unfolded; empty when it is not there. */
  header(name: string): string;
  /** The part of this media type, decoded. */
  part(mediaType: string): string;
}

type Moment = 'connect' | 'rcpt' | 'data';

/** A real SMTP server on a free port of this machine. */
export interface MailServer {
  readonly url: string;
  readonly arrived: ArrivedMail[];
  /** From now on answers with this at that moment of the talk; null: takes everything again. */
  refuse(moment: Moment, code: number | null, text?: string): void;
  /** Called while a mail is being handed over, before it is taken; the mail is taken when it resolves. */
  beforeTaking(work: (() => Promise<void>) | null): void;
  close(): Promise<void>;
}

function read(raw: string, from: string, to: readonly string[]): ArrivedMail {
  const [head = ''] = raw.split('\r\n\r\n');
  const header = (text: string, name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
  const parts = (text: string): { head: string; body: string }[] => {
    const cut = text.indexOf('\r\n\r\n');
    const own = { head: text.slice(0, cut), body: text.slice(cut + 4) };
    const boundary = /boundary="?([^";\r\n]+)"?/i.exec(header(own.head, 'Content-Type'))?.[1];
    if (!boundary) return [own];
    return own.body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => parts(part.replace(/^\r\n/, '')));
  };
  return {
    from,
    to,
    raw,
    header: (name) => decodeWords(header(head, name)),
    part(mediaType) {
      const found = parts(raw).find((part) => header(part.head, 'Content-Type').startsWith(mediaType));
      if (!found) throw new Error(`The mail has no ${mediaType}.`);
      const encoding = header(found.head, 'Content-Transfer-Encoding').toLowerCase();
      if (encoding === 'base64') return Buffer.from(found.body, 'base64').toString('utf8');
      return encoding === 'quoted-printable' ? decodeQuoted(found.body) : found.body;
    },
  };
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}

/** Starts one. Close it in `afterAll`. */
export async function mailServer(): Promise<MailServer> {
  const arrived: ArrivedMail[] = [];
  const refusals = new Map<Moment, Error>();
  let interfere: (() => Promise<void>) | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, callback) => callback(refusals.get('connect')),
    onRcptTo: (_address, _session, callback) => callback(refusals.get('rcpt')),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void (async () => {
          await interfere?.();
          const refusal = refusals.get('data');
          if (!refusal) {
            const { mailFrom, rcptTo } = session.envelope;
            const to = rcptTo.map((address: SMTPServerAddress) => address.address);
            arrived.push(read(Buffer.concat(chunks).toString('utf8'), mailFrom ? mailFrom.address : '', to));
          }
          callback(refusal);
        })();
      });
    },
  });
  // Whoever hangs up in the middle is what a test is about.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuse(moment, code, text = 'Not now') {
      if (code === null) refusals.delete(moment);
      else refusals.set(moment, Object.assign(new Error(text), { responseCode: code }));
    },
    beforeTaking(work) {
      interfere = work;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
