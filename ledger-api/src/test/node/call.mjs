// node call.mjs KEY.jwk METHOD URL [BODY]
import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [keyFile, method, address, body = ''] = process.argv.slice(2);
const jwk = JSON.parse(readFileSync(keyFile));
const url = new URL(address);
const headers = method === 'GET' ? {} : {
  'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
  'idempotency-key': randomUUID(),
  ...(body && { 'content-type': 'application/json' }),
};
const covered = { '@method': method, '@authority': url.host, '@path': url.pathname, '@query': url.search || '?', ...headers };
const now = Math.floor(Date.now() / 1000);
const params = `(${Object.keys(covered).map((name) => `"${name}"`).join(' ')})`
  + `;created=${now};expires=${now + 60};nonce="${randomUUID()}";keyid="${jwk.kid}";tag="microwallet-v1"`;
const base = Object.entries({ ...covered, '@signature-params': params }).map(([name, value]) => `"${name}": ${value}`).join('\n');
const key = { key: createPrivateKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
const signature = sign(jwk.kty === 'EC' ? 'sha256' : null, base, key).toString('base64');
Object.assign(headers, { 'signature-input': `sig=${params}`, signature: `sig=:${signature}:` });
const answer = await fetch(url, { method, headers, body: body || undefined });
console.log(answer.status, await answer.text());
