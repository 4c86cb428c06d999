import { type DestinationStream, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino';

/**
 * JSON lines: line ends inside a field are escaped, so that nobody can forge a line. No personal data: no addresses, no
 * names, no cookies, no variables; a request is known by its id.
 * @param destination other than standard output.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: ['*.cookie', '*.authorization', '*.variables', 'err.params', 'err.parameters'], remove: true },
  };
  return destination ? pino(options, destination) : pino(options);
}
