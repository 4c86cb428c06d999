import { type Logger, pino, stdTimeFunctions } from 'pino';

/**
 * JSON lines: line ends inside a field are escaped, so that nobody can forge a line. No personal data: no addresses, no
 * names, no cookies, no variables; a request is known by its id.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: ['*.cookie', '*.authorization', '*.variables', 'err.params', 'err.parameters'], remove: true },
  });
}
