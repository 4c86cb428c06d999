import { describe, expect, it } from 'vitest';
import { isPrivate, readConfig } from './config.ts';

describe('settings', () => {
  it('have defaults that serve this machine only', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      dataDir: './.data',
      demo: false,
      introspection: false,
      trustProxy: false,
    });
    expect(readConfig({ DEMO: '1' })).toMatchObject({ demo: true, introspection: true });
    expect(readConfig({ SMTP_URL: 'smtps://u:p@mail.example', MAIL_FROM: 'tafel@example.nl' })).toMatchObject({
      smtpUrl: 'smtps://u:p@mail.example',
      mailFrom: 'tafel@example.nl',
      uploadMegabytes: 25,
    });
    expect(readConfig({ VT_PORT: '4100', PORT: '1' }).port).toBe(4100);
  });

  it.each([
    [{ VT_PROT: '1' }, /VT_PROT.*bestaat niet.*VT_PORT/],
    [{ DATABSE_URL: 'postgres://x' }, /DATABSE_URL.*DATABASE_URL/],
    [{ PORT: 'abc' }, /PORT.*geen heel getal van 0 tot 65535/],
    [{ PORT: '70000' }, /PORT/],
    [{ DEMO: 'maybe' }, /DEMO.*Schrijf 1 of 0/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL.*Kies uit/],
    [{ PUBLIC_URL: 'tafel.nl' }, /PUBLIC_URL.*https/],
    [{ UPLOAD_MAX_MB: '0' }, /UPLOAD_MAX_MB.*van 1 tot 500/],
    [{ SMTP_URL: 'http://mail.example' }, /SMTP_URL.*smtp:/],
    [{ SMTP_URL: 'smtp://mail.example' }, /MAIL_FROM.*tafel@example.nl/],
    [{ MAIL_FROM: 'Tafel <tafel@example.nl>' }, /MAIL_FROM/],
    [{ MAIL_FROM: 'tafel@example.nl\nBcc: x@y.nl' }, /MAIL_FROM/],
    [{ DATABASE_URL: 'mysql://root:geheim@x' }, /^(?![\s\S]*geheim)[\s\S]*DATABASE_URL/],
  ])('that are misspelt or impossible are refused by name, with the remedy: %o', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('leave what belongs to the system alone', () => {
    expect(() =>
      readConfig({
        HOSTNAME: 'x',
        PATH: '/bin',
        XDG_DATA_DIRS: '/x',
        npm_config_loglevel: 'warn',
        VT_NODE: '/n',
        VT_PARENT_WATCH: '1',
      }),
    ).not.toThrow();
  });

  it('know a private address from a public one', () => {
    const addresses = [
      'http://localhost:4000',
      'http://127.0.0.1',
      'http://[::1]:1',
      'https://tafel.nl',
      'http://192.168.1.5',
      'http://localhost.evil.nl',
      'http://127.evil.nl',
    ];
    expect(addresses.map((address) => isPrivate(new URL(address)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(isPrivate(undefined)).toBe(true);
  });
});
