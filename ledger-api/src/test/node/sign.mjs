// node sign.mjs KEY.jwk METHOD URL [BODY]: the same call as call.mjs, signed by the library http-message-signatures.
import { createHash, createPrivateKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSigner, httpbis } from 'http-message-signatures';

const [keyFile, method, url, body = ''] = process.argv.slice(2);
const jwk = JSON.parse(readFileSync(keyFile));
const reads = method === 'GET' || method === 'HEAD';
const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
const written = { 'Content-Digest': digest, 'Idempotency-Key': randomUUID(), ...(body && { 'Content-Type': 'application/json' }) };
const headers = reads ? {} : written;
const algorithm = jwk.kty === 'EC' ? 'ecdsa-p256-sha256' : 'ed25519';
const key = createSigner(createPrivateKey({ key: jwk, format: 'jwk' }), algorithm, jwk.kid);
const signed = await httpbis.signMessage(
  {
    key,
    name: 'till',
    fields: ['@query', '@path', '@authority', '@method', ...Object.keys(headers).map((name) => name.toLowerCase())],
    params: ['tag', 'nonce', 'keyid', 'alg', 'created', 'expires'],
    paramValues: { tag: 'microwallet-v1', nonce: randomUUID() },
  },
  { method, url, headers },
);
const answer = await fetch(url, { method, headers: signed.headers, body: body || undefined });
console.log(answer.status, await answer.text());
