import type { IncomingMessage, ServerResponse } from 'node:http';

const host = /^[a-zA-Z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/;

/**
 * Nothing inline, nothing from elsewhere. `connect-src` names the WebSocket of this very host, because not every
 * browser counts it under 'self'.
 */
function contentSecurityPolicy(requestHost: string | undefined): string {
  const sockets = requestHost && host.test(requestHost) ? ` ws://${requestHost} wss://${requestHost}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Puts the headers that every answer carries, whatever it is. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse, https: boolean): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(request.headers.host));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
