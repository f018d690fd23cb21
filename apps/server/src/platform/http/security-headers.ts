/**
 * On every answer. Nothing is kept by a browser or a proxy unless its own route says so; the pages of the application add
 * a nonce for their style sheet.
 *
 * @param overTls whether the application is reached over TLS: then browsers never ask without it again.
 */
export function securityHeaders(overTls: boolean): Readonly<Record<string, string>> {
  return overTls ? { ...headers, "strict-transport-security": "max-age=31536000" } : headers;
}

const headers = {
  "cache-control": "no-store",
  "content-security-policy": contentSecurityPolicy(null),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=()",
} as const;

/** No inline script, no inline style but the one style element that carries this answer's nonce. */
export function contentSecurityPolicy(styleNonce: string | null): string {
  const style = styleNonce === null ? "'self'" : `'self' 'nonce-${styleNonce}'`;
  return [
    "default-src 'self'",
    `style-src ${style}`,
    "script-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
