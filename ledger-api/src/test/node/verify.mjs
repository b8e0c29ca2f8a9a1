// node verify.mjs < {"jwk", "algorithm", "method", "url", "headers"}: whether http-message-signatures believes the signature.
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createVerifier, httpbis } from 'http-message-signatures';

const { jwk, algorithm, method, url, headers } = JSON.parse(readFileSync(0));
const verify = createVerifier(createPublicKey({ key: jwk, format: 'jwk' }), algorithm);
const keyLookup = async () => ({ algs: [algorithm], verify });
console.log(await httpbis.verifyMessage({ keyLookup }, { method, url, headers }));
